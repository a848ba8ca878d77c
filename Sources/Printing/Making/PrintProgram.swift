/// The program in Python that makes a PDF by WeasyPrint's library.
///
/// WeasyPrint's own command fetches whatever a document asks for; this one hands it the request's
/// resources and nothing else, and says what was asked for in vain. Its arguments are `identify`
/// or `make`, the private folder, the time limit in seconds and the size limit in bytes, then, for
/// `identify`, folders of fonts. In the folder it reads `request.json`, `document.html` and the
/// resources, named by their numbers, and writes `answer.json` and `document.pdf`.
///
/// WeasyPrint 57 gives images no alternative text, has the margins of each page read aloud, and
/// leaves out characters that no font has; that is mended here where its inner functions are those
/// of that version.
///
/// - Source: WeasyPrint 57.2, "URL Fetchers", and `weasyprint/draw.py`, `weasyprint/pdf/pdfua.py`.
enum PrintProgram {
    static let text = start + fetching + characters + figures + work

    private static let start = #"""
        import sys
        # Nothing is imported from the current folder.
        sys.path[:] = [entry for entry in sys.path if entry]
        import hashlib, inspect, json, logging, os, resource, signal, urllib.request

        mode, folder, seconds, size = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
        # The caller kills at the limit; this is for when the caller itself is killed.
        signal.alarm(seconds)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.chdir(folder)

        def answer(value):
            with open('answer.json', 'w', encoding='utf-8') as file:
                json.dump(value, file)

        try:
            import weasyprint
        except ModuleNotFoundError as error:
            if error.name != 'weasyprint':
                raise
            answer({'absent': True})
            sys.exit(0)
        import fontTools, pydyf
        from weasyprint.text.ffi import pango
        from weasyprint.urls import unquote, urlsplit

        def digest_of_fonts(folders):
            digest = hashlib.sha256()
            for top in folders:
                found = []
                for place, _, names in os.walk(top):
                    for name in names:
                        path = os.path.join(place, name)
                        try:
                            status = os.stat(path)
                        except OSError:
                            continue
                        found.append(f'{path}\0{status.st_size}\0{status.st_mtime_ns}\0')
                digest.update(''.join(sorted(found)).encode('utf-8', 'surrogateescape'))
            return digest.hexdigest()

        if mode == 'identify':
            answer({
                'version': weasyprint.__version__,
                'surroundings': f'python {sys.version.split()[0]} pydyf {pydyf.VERSION} '
                f'fonttools {fontTools.version} pango {pango.pango_version()} '
                f'fonts {digest_of_fonts(sys.argv[5:])}'})
            sys.exit(0)


        """#

    private static let fetching = #"""
        TYPES = {
            'png': 'image/png', 'jpg': 'image/jpeg', 'jpeg': 'image/jpeg', 'gif': 'image/gif',
            'webp': 'image/webp', 'svg': 'image/svg+xml', 'css': 'text/css', 'ttf': 'font/ttf',
            'otf': 'font/otf', 'woff': 'font/woff', 'woff2': 'font/woff2'}
        with open('request.json', encoding='utf-8') as file:
            request = json.load(file)
        base = urlsplit(request['address'])
        files = {path: str(index) for index, path in enumerate(request['resources'])}
        refused, unreadable = [], []

        def fetch(url, *_, **__):
            if url[:5].lower() == 'data:':
                with urllib.request.urlopen(url) as opened:
                    return {
                        'string': opened.read(), 'redirected_url': url,
                        'mime_type': opened.headers.get_content_type()}
            parts = urlsplit(url)
            path = unquote(parts.path).lstrip('/')
            if (parts.scheme, parts.netloc) != (base.scheme, base.netloc) or path not in files:
                if url not in refused:
                    refused.append(url)
                raise ValueError('not a resource of the document')
            with open(files[path], 'rb') as file:
                content = file.read()
            kind = TYPES.get(path.rsplit('.', 1)[-1].lower(), 'application/octet-stream')
            return {'string': content, 'mime_type': kind, 'redirected_url': url}

        fetcher = fetch
        if hasattr(weasyprint.urls, 'URLFetcher'):
            # WeasyPrint 68 and later.
            class Fetcher(weasyprint.urls.URLFetcher):
                def fetch(self, url, headers=None):
                    found = fetch(url)
                    return weasyprint.urls.URLFetcherResponse(
                        url, found['string'], {'Content-Type': found['mime_type']})
            fetcher = Fetcher()

        class Words(logging.Handler):
            def emit(self, record):
                words = record.getMessage()
                if record.levelno >= logging.ERROR and words.startswith('Failed to load'):
                    unreadable.append(words)

        weasyprint.LOGGER.handlers[:] = [Words()]
        weasyprint.LOGGER.propagate = False


        """#

    private static let characters = #"""
        missing = {}

        class UnknownFlag(int):
            """Marks a glyph that no font has; notes its character when it is looked for."""
            def __rand__(self, glyph):
                found = int(glyph) & int(self)
                if found and glyph != pango.PANGO_GLYPH_EMPTY:
                    missing.setdefault(int(glyph) & 0xFFFFFF)
                return found

        class Pango:
            PANGO_GLYPH_UNKNOWN_FLAG = UnknownFlag(pango.PANGO_GLYPH_UNKNOWN_FLAG)
            def __getattr__(self, name):
                value = getattr(pango, name)
                setattr(self, name, value)
                return value

        for name, module in list(sys.modules.items()):
            if name.startswith('weasyprint.draw') and hasattr(module, 'pango'):
                module.pango = Pango()


        """#

    private static let figures = #"""
        from weasyprint import draw
        from weasyprint.formatting_structure import boxes
        from weasyprint.pdf.stream import Stream
        structures = []

        def mark_figures():
            paint = draw.draw_replacedbox
            def paint_figure(stream, box):
                if getattr(box.element, 'tag', None) != 'img':
                    return paint(stream, box)
                stream.begin_marked_content(box, mcid=True, tag='Figure')
                paint(stream, box)
                stream.end_marked_content()
            draw.draw_replacedbox = paint_figure

        def keep_structures(document):
            build = document.build_element_structure
            def keep(structure, *rest):
                if not rest:
                    structures.append(structure)
                return build(structure, *rest)
            document.build_element_structure = keep

        def mark_apart():
            """No marked content lies within another, and what belongs to no element, such as the
            margins of each page, is an artifact: it is not read aloud."""
            begin_inner, end = Stream.begin_marked_content, Stream.end_marked_content
            def begin(stream, mark):
                if mark == 'margin' or mark == 'page':
                    pydyf.Stream.begin_marked_content(stream, 'Artifact')
                else:
                    begin_inner(stream, mark[0], **mark[1])
            def begin_marked(stream, box, **named):
                marks = stream.__dict__.setdefault('open_marks', [])
                if marks and marks[-1] in ('margin', 'silent'):
                    marks.append('silent')
                    return
                if marks:
                    end(stream)
                if isinstance(box, boxes.MarginBox):
                    marks.append('margin')
                elif isinstance(box, boxes.PageBox) or box.element_tag in ('html', 'body'):
                    marks.append('page')
                else:
                    marks.append((box, named))
                begin(stream, marks[-1])
            def end_marked(stream):
                if stream.open_marks.pop() != 'silent':
                    end(stream)
                    if stream.open_marks:
                        begin(stream, stream.open_marks[-1])
            Stream.begin_marked_content, Stream.end_marked_content = begin_marked, end_marked

        def describe_figures(document, pdf):
            for structure in structures:
                for element, data in structure.items():
                    if getattr(element, 'tag', None) == 'img' and 'element' in data:
                        data['element']['Alt'] = pydyf.String(element.get('alt') or '')


        """#

    private static let work = #"""
        html = weasyprint.HTML(
            'document.html', encoding='utf-8', url_fetcher=fetcher,
            # With a query, so that a link to the address itself is not taken for an inner one.
            base_url=request['address'] + '?print')
        names = {element.get('id') for element in html.etree_element.iter()}
        for link in html.etree_element.iter('a'):
            target = link.get('href', '')
            if target.startswith('#') and unquote(target[1:]) not in names:
                link.set('href', request['address'] + target)
        document = html.render()
        options = {'identifier': request['identifier'], 'variant': 'pdf/ua-1'}
        if 'identifier' not in inspect.signature(document.write_pdf).parameters:
            # WeasyPrint 59 and later.
            options = {
                'pdf_identifier': request['identifier'].encode(), 'pdf_variant': 'pdf/ua-1'}
        if hasattr(document, 'build_element_structure') and hasattr(draw, 'draw_replacedbox'):
            mark_figures()
            mark_apart()
            keep_structures(document)
        document.write_pdf('document.pdf', finisher=describe_figures, **options)
        answer({'refused': refused, 'unreadable': unreadable, 'missing': list(missing)})

        """#
}
