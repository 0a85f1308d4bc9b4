using HpcVerify.Detectors.Submissions;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

public sealed class SubmissionTests
{
    private const string Kernel = "void f(int n)\n{\n    (void)n;\n}\n";

    private static readonly string Padding = string.Concat(Enumerable.Repeat("We tile the loop (see f above), because it's faster.\n", 20_000));

    /// <summary>The response, and the line on which the chosen block's entry point stands.</summary>
    public static TheoryData<string, int> Answered => new()
    {
        { Kernel, 1 },
        { $"```c\n{Kernel}```", 2 },
        { $"```c\n{Kernel}```\n```c\n{Kernel}```", 8 },
        { $"```c\n{Kernel}```\nRun it:\n```c\nint main(void) {{ f(1); }}\n```", 2 },
        { $"```c\n{Kernel}```\nTests:\n```c\nvoid f(int n);\n```", 2 },
        { $"```c\n{Kernel}```\nOr:\n```c\nvoid f(int n)\n{{\n    if (n", 2 },
        { $"```c\n#define F(a, b) a##b\nvoid F(f, )(int n) {{ (void)n; }}\n```", 3 },
        { $"```c\nvoid (f)(int n) {{ (void)n; }}\n```\n```\n// void f(int n) {{}}\nchar *s = \"void f(int n) {{}}\";\n```", 2 },
        { $"<think>\n```c\n{Kernel}```\n</think>\n```c\n{Kernel}```", 10 },
        { $"{Padding}```c\n{Kernel}```\n{Padding}", 20_002 },
        { $"```c\r\n{Kernel.Replace("\n", "\r\n", StringComparison.Ordinal)}```\r\n", 2 },
        { $"```c\n{Kernel}", 2 },
        { $"{Kernel}```\nThat (f) is all.<|im_end|>", 1 },
        { "```c\nvoid f(int n)\n{\n    this is not C;\n}\n```", 2 },
        { $"```c\n{Kernel}```\nIts shape:\n```c\nvoid f(int n)\n{{\n    ...\n}}\n```", 2 },
        { "```c\nvoid f(int n)\n{\n    ...\n}\n```", 2 },
        { $"```c\n{Kernel}```\nWrong:\n```c\nvoid f(int n) {{ char c = 'x; }}\n```", 2 },
    };

    [Theory, MemberData(nameof(Answered))]
    public void LastCompleteBlockThatDefinesTheEntryPointIsChosen(string response, int line)
    {
        var submission = Submission.Select(SourceText.From("response.md", response), "f", FrontEndForTests.Parse).Value;
        Assert.Equal(line, submission!.Source.PositionOf(submission.Tree.Definition("f")!.NameSpan.Start).Line);
    }

    public static TheoryData<string, string> Unanswered => new()
    {
        { "", "HV0001" },
        { "I cannot help with that (f).", "HV0001" },
        { Padding, "HV0001" },
        { "```c\nint g(void) { return 1; }\n```", "HV0001" },
        { "```c\n#define f(n) g(n)\nint g(int n) { return n; }\n/* void f(int n) {} */\n```", "HV0001" },
        { "```c\nvoid f(int n)\n{\n    if (n", "HV0002" },
        { "<think>\n```c\nvoid f(int n) {}\n```\n</think>\nDone.", "HV0001" },
        { "<think>\n```c\nvoid f(int n) {}\n```\n", "HV0001" },
        { "```c\nvoid f(int n);\n```", "HV0003" },
        { "void f(int n);", "HV0003" },
        { "```c\nvoid f(int n) { /* never closed }\n```", "HV0015" },
        { $"```c\nvoid f(int n) {{ n = {new string('(', 5_000)}n{new string(')', 5_000)}; }}\n```", "HV0014" },
    };

    [Theory, MemberData(nameof(Unanswered))]
    public void ResponseWithoutTheEntryPointSaysWhatIsThere(string response, string rule)
    {
        var (submission, findings) = Submission.Select(SourceText.From("response.md", response), "f", FrontEndForTests.Parse);
        Assert.Null(submission);
        Assert.Equal([rule], findings.Select(finding => finding.Rule.Id).Distinct());
    }
}
