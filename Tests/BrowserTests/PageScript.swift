/// What the tests ask of a page.
enum PageScript {
    /// The elements that reach out of the window at its right and cannot be scrolled to.
    static let outside = """
        const scrolls = element => {
            for (let at = element.parentElement; at; at = at.parentElement) {
                if (getComputedStyle(at).overflowX !== 'visible') return true
            }
            return false
        }
        return [...document.body.querySelectorAll('*')].filter(element =>
            element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1
            && !scrolls(element)).map(element => element.outerHTML.slice(0, 120))
        """

    /// Lists what the Tab key has to reach, and from then on notes what has the focus.
    ///
    /// Of radio buttons of one name only the checked one is reached; what scrolls and has nothing
    /// in it to reach is reached itself. The focus is visible where outline or shadow change.
    static let watchFocus = """
        const name = element => element.outerHTML.replace(/\\s+/g, ' ').slice(0, 120)
        const look = element => {
            const style = getComputedStyle(element)
            return [style.outlineStyle, style.outlineWidth, style.boxShadow].join()
        }
        const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
        const seen = element => element.checkVisibility({ visibilityProperty: true })
        const scrolls = element => !element.querySelector(controls)
            && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
            && (element.scrollWidth > element.clientWidth
                || element.scrollHeight > element.clientHeight)
        const reachable = [...document.body.querySelectorAll('*')].filter(element => seen(element)
            && (element.matches(controls) ? !element.disabled
                && (element.type !== 'radio' || element.checked) : scrolls(element)))
        const before = new Map(reachable.map(element => [element, look(element)]))
        window.focused = []
        document.addEventListener('focusin', event => window.focused.push({
            name: name(event.target), isVisible: look(event.target) !== before.get(event.target) }))
        return reachable.map(name)
        """

    /// The links and controls that are smaller than 24 pixels and have another one closer than 12
    /// to their middle; links within a sentence may be.
    ///
    /// - Source: WCAG 2.2, 2.5.8.
    static let crowded = """
        const seen = { visibilityProperty: true }
        const controls = [...document.querySelectorAll(
            'a[href], button, summary, input, select, label')].filter(element =>
            element.checkVisibility(seen) && !element.matches('.skip, label input'))
        const boxes = controls.map(element => element.getBoundingClientRect())
        const isInSentence = element => {
            let block = element.parentElement
            while (getComputedStyle(block).display === 'inline') block = block.parentElement
            return getComputedStyle(element).display === 'inline'
                && block.textContent.trim() !== element.textContent.trim()
        }
        const isNear = (x, y, box) => Math.hypot(
            x - Math.max(box.left, Math.min(x, box.right)),
            y - Math.max(box.top, Math.min(y, box.bottom))) < 12
        const hasNeighbour = (box, index) => boxes.some((other, at) => at !== index
            && isNear(box.x + box.width / 2, box.y + box.height / 2, other))
        return controls.filter((element, index) => {
            const box = boxes[index]
            return Math.min(box.width, box.height) < 23.9 && !isInSentence(element)
                && hasNeighbour(box, index)
        }).map(element => element.outerHTML.slice(0, 120))
        """

    /// Puts something into the page for each test to find: an image without words, a box that is
    /// too wide, a button out of turn whose focus does not show, and another that touches it.
    static let breakPage = """
        const add = (tag, style) => {
            const element = document.createElement(tag)
            Object.assign(element.style, style)
            return document.querySelector('main').appendChild(element)
        }
        add('img', {})
        add('div', { inlineSize: '50rem', blockSize: '1rem' })
        const button = add('button', {
            outline: 'none', boxShadow: 'none', font: '8px serif', padding: '0' })
        button.tabIndex = 1
        button.textContent = 'x'
        add('button', {}).textContent = 'y'
        """
}
