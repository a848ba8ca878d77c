extension StringProtocol {
    /// The text for a message: at most 80 characters, and U+FFFD for each that is not seen or
    /// that turns the direction of the line.
    var legible: String {
        var scalars = String.UnicodeScalarView()
        var kept = 0
        for scalar in unicodeScalars {
            guard kept < 80 else {
                scalars.append("…")
                break
            }
            scalars.append(scalar.isUnseen ? "\u{FFFD}" : scalar)
            kept += 1
        }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a control character, or ends a line.
    var isControl: Bool {
        properties.generalCategory == .control || value == 0x2028 || value == 0x2029
    }

    /// Whether the scalar turns the direction of what stands around it (UAX #9).
    var turnsDirection: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether the scalar is shown as nothing at all.
    var isInvisible: Bool {
        switch value {
        case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: true
        case 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0x2800, 0x3164: true
        case 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE00FF: true
        case 0xE01F0...0xE0FFF: true
        default: false
        }
    }

    /// Whether the scalar chooses a form of the one before it, as in 葛 of 葛󠄀城 (UTS #37).
    var selectsVariant: Bool {
        switch value {
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    /// Whether the scalar has forms that can be chosen: an ideograph, or a picture.
    var hasVariants: Bool {
        properties.isIdeographic || (properties.isEmoji && !isASCII)
    }

    /// Whether a reader does not see that the scalar is there, or sees no more than a box for it.
    /// What chooses a form of the scalar before it is not meant.
    var isUnseen: Bool {
        if selectsVariant { return false }
        if isControl || turnsDirection || isInvisible { return true }
        if properties.isDefaultIgnorableCodePoint { return true }
        return switch properties.generalCategory {
        case .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
