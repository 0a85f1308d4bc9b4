using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HpcVerify.Cli.Reports;

/// <summary>
/// File names, options and source text may hold anything; what is printed must command neither a terminal nor the server whose
/// log it becomes.
/// </summary>
public static class PrintableText
{
    /// <summary>The servers of GitHub, Azure and TeamCity obey <c>##[…]</c>, <c>##vso[…]</c> and <c>##teamcity[…]</c>, some anywhere in a line.</summary>
    private const string CommandMark = "##";

    /// <summary>GitHub obeys <c>::command::</c> where a line begins with it.</summary>
    private const string LineCommandMark = "::";

    /// <summary>For JSON: ASCII only, and nothing that means something in HTML or in a log.</summary>
    public static JavaScriptEncoder JsonEncoder { get; } = CreateJsonEncoder();

    /// <summary>The text on one line, with <c>\x1b</c> and the like for what has no shape of its own.</summary>
    public static string Of(string text)
    {
        var shown = text.All(IsShown) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsShown(rune) ? rune.ToString() : Escape(rune)));
        return shown.Replace(CommandMark, $"#{Escape(new('#'))}", StringComparison.Ordinal);
    }

    /// <summary>The same for what makes up a whole line of output.</summary>
    public static string Line(string text)
    {
        var shown = Of(text);
        var start = shown.Length - shown.AsSpan().TrimStart().Length;
        return shown.AsSpan(start).StartsWith(LineCommandMark) ? $"{shown[..start]}{Escape(new(':'))}{shown[(start + 1)..]}" : shown;
    }

    /// <summary>Lines of output, each of which stays one.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => Line(line) + "\n"));

    /// <summary>The same for text that is in lines already, with a line feed behind each.</summary>
    public static string Lines(string text) => Lines(text.TrimEnd('\n').Split('\n'));

    /// <summary>Adds a line, whatever is in it, and nothing but a line.</summary>
    public static StringBuilder AppendPrintable(this StringBuilder text, FormattableString line) =>
        text.Append(Line(line.ToString(CultureInfo.InvariantCulture))).Append('\n');

    /// <summary>One complaint of the program about itself or its surroundings.</summary>
    public static void Complain(this TextWriter errors, string sentence) => errors.WriteLine($"hpcverify: {Of(sentence)}");

    private static bool IsShown(char character) => character is >= ' ' and <= '~';

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Escape(Rune rune) => rune.Value < 0x100 ? $"\\x{rune.Value:x2}" : $"\\u{{{rune.Value:x}}}";

    private static JavaScriptEncoder CreateJsonEncoder()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        allowed.ForbidCharacter('#');
        return JavaScriptEncoder.Create(allowed);
    }
}
