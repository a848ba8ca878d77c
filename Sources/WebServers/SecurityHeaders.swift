/// The response headers that protect a published site's readers.
package struct SecurityHeaders: Sendable {
}
