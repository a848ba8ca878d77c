/// Digests of files that are refused.
package struct BlockList: Sendable {
}
