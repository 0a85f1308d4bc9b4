using HpcVerify.Parser.Diagnostics;

namespace HpcVerify.Parser.Text;

/// <summary>What can be wrong with a file before anything in it is understood.</summary>
public static class SourceRules
{
    public static readonly Rule Empty = new(
        "HV0010", Severity.Error, "Empty file", "file is empty",
        "A kernel file has to contain at least one function. This one contains nothing, or only blanks.");

    public static readonly Rule TooLarge = new(
        "HV0011", Severity.Error, "File too large", "file has {0} bytes, more than {1}",
        "Kernels are small. A file above the limit is not read, so that no input can exhaust the machine.");

    public static readonly Rule Binary = new(
        "HV0012", Severity.Error, "Binary file", "byte {0} of the file is zero",
        "C source never contains a zero byte, and compilers disagree about what one means.");

    public static readonly Rule InvalidUtf8 = new(
        "HV0013", Severity.Error, "Not UTF-8", "byte {0} of the file is not valid UTF-8",
        "Source has to be UTF-8. The position counts bytes from 0 and names the first one that cannot be decoded.");

    public static readonly Rule TooLargeExpanded = new(
        "HV0017", Severity.Error, "Macros expand too far", "the macros of this file expand to more than {0} tokens, or more than {1} deep, here",
        "A few macros that use each other twice double with every step, and no compiler ends with them. Where a name has "
        + "several definitions, all of them are counted. Write the code out, or let a loop do the repeating.");

    public static readonly Rule TooDeep = new(
        "HV0014", Severity.Error, "Nested too deeply", "{0} reaches {1}, more than {2}",
        "Compilers read nested code by recursion and run out of stack on code that no person would write. The limits are "
        + "far above what any kernel needs.");

    public static readonly Rule Unterminated = new(
        "HV0015", Severity.Error, "Unterminated comment or literal", "{0} has no end",
        "A comment ends with '*/'; a string or character constant ends with its quote on the same logical line.");

    public static readonly Rule StrayCarriageReturn = new(
        "HV0016", Severity.Error, "Stray carriage return", "carriage return without a line feed",
        "Some compilers end a line at a lone carriage return and some do not, so a comment can hide code from one of them. "
        + "Use line feeds, with or without a carriage return before each.");
}
