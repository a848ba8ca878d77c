import Core

extension StarterProject {
    /// The project for editors who read English.
    var englishFiles: [File] {
        [
            File("README.md", Self.englishReadme),
            File(".github/workflows/hakusho.yml", Self.englishWorkflow),
            File("Content/site.yml", Self.englishSite),
            File(
                "Content/labels.yml",
                """
                # Who may read what, the lowest level first. A page without a label has the default:
                # nothing becomes public by being forgotten.
                levels:
                  - {id: public, name: Public}
                  - {id: internal, name: Internal}
                default: internal
                """),
            File(
                "Content/redirects.yml",
                """
                # Where the URL of a page leads that was moved or removed. Examples:
                #   - {from: /old/, to: /new/}
                #   - {from: /removed/, gone: true, label: public}
                """),
        ] + englishPages + englishNotices + englishInternal
    }

    private var englishPages: [File] {
        [
            File(
                "Content/pages/index.md",
                """
                ---
                title: Example Site
                description: The official site of Example Ltd.
                label: public
                ---

                Welcome to the site of Example Ltd.

                - [About this site](about.md)
                - [Notices](notices/index.md)
                """),
            File(
                "Content/pages/about.md",
                """
                ---
                title: About this site
                description: Who runs the site, and what holds for its contents.
                label: public
                ---

                This site is run by Example Ltd.

                ## Contents

                What is written here may change without notice.

                :::label internal
                This paragraph is in the staff's output only. So you narrow down a part of a page.
                :::
                """),
        ]
    }

    private var englishNotices: [File] {
        [
            File(
                "Content/pages/notices/folder.yml",
                """
                # Pages in this folder are public where they do not say otherwise.
                label: public
                collection: notices
                """),
            File(
                "Content/pages/notices/index.md",
                """
                ---
                title: Notices
                description: All notices of Example Ltd.
                ---

                The newest come first.
                """),
            File(
                noticeFile,
                """
                ---
                title: The site is open
                description: The site of Example Ltd. is open.
                date: \(today.iso)
                tags: [site]
                ---

                The site of Example Ltd. is open. Who runs it is told in [About this site](../about.md).
                """),
        ]
    }

    private var englishInternal: [File] {
        [
            File(
                "Content/pages/internal/folder.yml",
                """
                # No page in this folder can be lower than internal.
                title: For the staff
                label: internal
                floor: internal
                """),
            File(
                "Content/pages/internal/index.md",
                """
                ---
                title: For the staff
                description: A page that only the staff's output has.
                ---

                The public output has neither this page nor a link to it.
                """),
        ]
    }

    private static let englishSite =
        """
        # What holds for the whole site. Begin with title and url.
        title: Example Site
        description: The official site of Example Ltd.
        organization: Example Ltd.
        url: https://www.example.com/
        languages: [en]
        timezone: "+00:00"
        navigation:
          - page: about.md
          - page: notices/index.md
        taxonomies: [tags]
        # Each output has its own readers: here everybody, and the staff.
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        collections:
          notices:
            title: Notices
            feed: true
            sort: date
        """

    private static let englishWorkflow =
        """
        # Checks the site on each change. One error or warning makes it fail.
        name: hakusho
        on:
          push:
            branches: [main]
          pull_request:
        permissions:
          contents: read
        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: Make hakusho available
                run: |
                  # Write here how hakusho comes into a folder of PATH, for example by copying the
                  # program that your company keeps.
                  hakusho --version
              - name: Check (findings are shown at their places in the change)
                run: hakusho check --strict --format github
              - name: Build
                run: hakusho build --strict
          # To publish, remove the '#' of this job and adapt it to where your site lives. Site/ keeps
          # the generations and the log of publications, so run it where that folder stays, such as
          # a runner of your own. Commit Content/published.tsv after each publication.
          # publish:
          #   needs: check
          #   if: github.ref == 'refs/heads/main'
          #   runs-on: self-hosted
          #   steps:
          #     - uses: actions/checkout@v4
          #       with: {clean: false}
          #     - run: hakusho publish
          #     - run: hakusho log --verify
        """
}
