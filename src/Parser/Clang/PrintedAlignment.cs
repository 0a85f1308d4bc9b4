using System.Globalization;
using ClangSharp.Interop;

namespace HpcVerify.Parser.Clang;

/// <summary>
/// The alignment a declaration asks for. libclang gives the operand of <c>_Alignas</c> and <c>aligned</c> in one form only:
/// in the declaration as the compiler prints it, with macros expanded.
/// </summary>
internal static unsafe class PrintedAlignment
{
    private static readonly string[] Words = ["_Alignas(", "aligned("];

    /// <summary>The largest number asked for, in bytes; null where something else than numbers is.</summary>
    public static int? Of(CXCursor declaration, Func<string, int?> constants)
    {
        var policy = clang.getCursorPrintingPolicy(declaration);
        try
        {
            using var printed = clang.getCursorPrettyPrinted(declaration, policy);
            return LargestIn(printed.ToString(), constants);
        }
        finally
        {
            clang.PrintingPolicy_dispose(policy);
        }
    }

    private static int? LargestIn(string printed, Func<string, int?> constants)
    {
        var largest = 0;
        foreach (var word in Words)
        {
            for (var at = printed.IndexOf(word, StringComparison.Ordinal); at >= 0; at = printed.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var operand = printed[(at + word.Length)..].TrimStart('(', ' ');
                operand = operand[..Math.Max(0, operand.IndexOf(')', StringComparison.Ordinal))];
                if (NumberOf(operand, constants) is not { } number)
                {
                    return null;
                }

                largest = Math.Max(largest, number);
            }
        }

        return largest > 0 ? largest : null;
    }

    private static int? NumberOf(string operand, Func<string, int?> constants) =>
        int.TryParse(operand.TrimEnd('U', 'L', 'u', 'l'), CultureInfo.InvariantCulture, out var number) ? number : constants(operand);
}
