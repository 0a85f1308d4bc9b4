using System.Globalization;
using System.Text;

namespace HpcVerify.Cli.Reports;

/// <summary>File names, options and source text may hold anything; what is printed must not command a terminal.</summary>
public static class PrintableText
{
    /// <summary>The text on one line, with <c>\x1b</c> and the like for what has no shape of its own.</summary>
    public static string Of(string text) =>
        text.All(IsShown) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsShown(rune) ? rune.ToString() : Escape(rune)));

    /// <summary>One complaint of the program about itself or its surroundings.</summary>
    public static void Complain(this TextWriter errors, string sentence) => errors.WriteLine($"hpcverify: {Of(sentence)}");

    private static bool IsShown(char character) => character is >= ' ' and <= '~';

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Escape(Rune rune) => rune.Value < 0x100 ? $"\\x{rune.Value:x2}" : $"\\u{{{rune.Value:x}}}";
}
