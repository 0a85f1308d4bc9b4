using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Replay;

/// <summary>A C program in the making, with the parts that all programs about a kernel have.</summary>
internal sealed class ProgramText
{
    private const int ValuesPerLine = 12;

    /// <summary><c>static double absolute(</c>: what a specification keeps to itself.</summary>
    private static readonly Regex Helper = new(@"^static\s[\w\s*]*?\b(\w+)\s*\(", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private readonly StringBuilder _text = new();

    public void Append(string text) => _text.Append(text);

    public void Line(string line) => _text.Append(line).Append('\n');

    public void Heading(string words) => _text.Append("/* ---- ").Append(words).Append(" ---- */\n");

    /// <summary>The reference, its own helpers under other names, since a kernel may use the same.</summary>
    public void Reference(KernelTask task, string program)
    {
        Heading("the reference");
        var helpers = Helper.Matches(task.ReferenceSource.Code).Select(match => match.Groups[1].Value).Distinct().ToList();
        helpers.ForEach(helper => Line($"#define {helper} reference_{helper}"));
        _text.Append("#line 1 \"reference.c\"\n").Append(task.ReferenceSource).Append('\n');
        helpers.ForEach(helper => Line($"#undef {helper}"));
        ResumeLines(program);
    }

    /// <summary>The kernel comes last, so that its macros change nothing but itself.</summary>
    public void Kernel(SourceText kernel)
    {
        Heading("the kernel");
        _text.Append("#line 1 \"kernel.c\"\n").Append(kernel);
    }

    public void Array(CType element, string name, IReadOnlyCollection<Scalar> contents)
    {
        Line(Invariant($"static const {CTypePrinter.Print(element)} {name}[{contents.Count}] = {{"));
        foreach (var values in contents.Chunk(ValuesPerLine))
        {
            Line("    " + string.Concat(values.Select(value => CLiteral.Of(value, element) + ", ")).TrimEnd());
        }

        Line("};");
    }

    public override string ToString() => _text.ToString();

    /// <summary>Words that cannot end the comment they are in.</summary>
    public static string Comment(string words) => words.Replace("*/", "* /", StringComparison.Ordinal);

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>From here on messages count the lines of the program again.</summary>
    private void ResumeLines(string program) => Line(Invariant($"#line {_text.ToString().Count(character => character == '\n') + 2} \"{program}\""));
}
