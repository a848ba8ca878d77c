import Core
import Foundation
import TestSupport
import Testing

@testable import Printing
