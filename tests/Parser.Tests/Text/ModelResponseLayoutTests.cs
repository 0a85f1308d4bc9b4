using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class ModelResponseLayoutTests
{
    private const string Kernel = "#include <math.h>\nstatic double h(int i) { return sqrt(i); }\n\nvoid f(int n)\n{\n    g(\"a, b\", h(n));\n}";
    private const string Documented = "/* Use:\n```\nf(3);\n```\n*/\nvoid f(int n)\n{\n}";
    private const string Spliced = "const char *s = \"\\\n```\\\n\";\nvoid f(int n)\n{\n    puts(\"\\n```\");\n}";

    /// <summary>The response, then the last complete block of it, each without surrounding space.</summary>
    public static TheoryData<string, string> Layouts => new()
    {
        { $"Here:\n```c\n{Documented}\n```\nDone.", Documented },
        { $"Here:\n```c\n{Spliced}\n```\nDone.", Spliced },
        { $"```c\nvoid f(int n) {{ }} /* lost\n```\nThen\n```c\n{Kernel} /* a */\n```", $"{Kernel} /* a */" },
        { $"<|im_start|>assistant\n{Kernel}<|im_end|>", Kernel },
        { $"<|im_start|>user\nWrite f.<|im_end|>\n<|im_start|>assistant\n{Kernel}<|im_end|>", Kernel },
        { $"<|start_header_id|>assistant<|end_header_id|>\n\n{Kernel}<|eot_id|>", Kernel },
        { $"<start_of_turn>model\n{Kernel}<end_of_turn>", Kernel },
        { $"[INST] write f [/INST] ```c\n{Kernel}\n```", Kernel },
        { $"[INST] write f [/INST] {Kernel}</s>", Kernel },
        { $"Here's the function:\n\n{Kernel}\n\nIt's parallel (see above).\nEnjoy!", Kernel },
        { $"Here is it.\n{Kernel}\nThat is all", Kernel },
        { $"Solution\n{Kernel[Kernel.IndexOf("void", StringComparison.Ordinal)..]}\nEnd", Kernel[Kernel.IndexOf("void", StringComparison.Ordinal)..] },
        { $"The code:\n{Kernel}\nCompile it:\n```bash\ngcc a.c\n```", "gcc a.c" },
        { $"First:\n\nvoid f(int n) {{ }}\n\nThis one is faster:\n\n{Kernel}\n", Kernel },
        { $"1. Indented code\n\n    {Kernel.Replace("\n", "\n    ", StringComparison.Ordinal)}\n\nDone.", Kernel.Replace("\n", "\n    ", StringComparison.Ordinal) },
        { $"1. Item\n\n    ```c\n    {Kernel.Replace("\n", "\n    ", StringComparison.Ordinal)}\n    ```\n\nDone.", Kernel.Replace("\n", "\n    ", StringComparison.Ordinal) },
        { $"Here: [CODE]\n{Kernel}\n[/CODE] Done.", Kernel },
        { $"Here is <code>{Kernel}</code> for you", Kernel },
        { $"<pre><code class=\"language-c\">\n{Kernel}\n</code></pre>", Kernel },
        { $"I think so.\n<answer>\n{Kernel}\n</answer>\nBye.", Kernel },
        { $"<answer>\nLook:\n{Kernel}\nBye.\n</answer>", Kernel },
        { $"<answer>\n```c\n{Kernel}\n```\n</answer>", Kernel },
        { $"> Quoted:\n> ```c\n> {Kernel.Replace("\n", "\n> ", StringComparison.Ordinal)}\n> ```\n\nDone.", Kernel.Replace("\n", "\n  ", StringComparison.Ordinal) },
        { $"a\n> > ```c\n> > int a = b\n> > > c; {{ }}\n> > ```", "int a = b\n    > c; { }" },
        { $"~~~c\n{Kernel}\n~~~\nDone.", Kernel },
        { $"```c title=x\n{Kernel}\n```", Kernel },
        { $"```C\n{Kernel}\n```", Kernel },
        { $"```cpp\n{Kernel}\n```", Kernel },
        { $"```c++\n{Kernel}\n```", Kernel },
        { $"Here:\n```c\n{Kernel}```\nDone.\n```\nout\n", Kernel },
        { $"Here:\n```c\n{Kernel}```", Kernel },
        { $"{Kernel}```\nDone it is.", Kernel },
        { $"```c\n{Kernel}\n```\nBetter:\n```c\nvoid f(int n)\n{{\n    if (", Kernel },
        { $"```c\n{Kernel}\n```\nBetter:\n```c\nvoid f(int n)\n{{\n    missing(n);\n}}\n", Kernel },
        { $"```c\nvoid f(int n) {{ }}\n```\nBetter:\n```c\n{Kernel}<|im_end|>\n", Kernel },
        { $"```c\n{Kernel}\n", Kernel },
    };

    [Theory, MemberData(nameof(Layouts))]
    public void LastCompleteBlockIsFound(string response, string expected) => Assert.Equal(expected, Last(response));

    [Theory, MemberData(nameof(Layouts))]
    public void LineEndsDoNotMatter(string response, string expected) =>
        Assert.Equal(Windows(expected), Last(Windows(response)));

    [Theory, MemberData(nameof(Layouts))]
    public void EveryBlockKeepsOffsetsAndLines(string response, string expected)
    {
        var source = SourceText.From("response.md", response);
        foreach (var code in ModelResponse.CandidateBlocks(source).Select(block => block.Extract()))
        {
            Assert.Equal(source.LineCount, code.LineCount);
            Assert.All(source.Code.Zip(code.Code), pair => Assert.True(pair.First == pair.Second || pair.Second == ' '));
        }

        Assert.NotEmpty(expected);
    }

    [Fact]
    public void UnfencedCodeBesideACommandIsACandidate()
    {
        var blocks = ModelResponse.CandidateBlocks(SourceText.From("response.md", $"The code:\n{Kernel}\nCompile it:\n```bash\ngcc a.c\n```"));
        Assert.Contains(blocks, block => block.Extract().Code.Trim() == Kernel);
    }

    [Theory]
    [InlineData("DECLARE(x)\nMyType table[] =\n{\n    1,\n};\nint f(a, b)\nint a, b;\n{\n}\n")]
    [InlineData("int f(int n) /* It is\n\nlong. */\n{\n}\nEXPORT_API\nvoid g(void);\n")]
    [InlineData("typedef struct\n{\n    int a;\n} T;\nextern \"C\" {\nT t;\n}\nvoid f(void) {}\nRUN(f);\n")]
    [InlineData("DECLARE(a,\n    b)\n#  include <math.h>\nvoid f(int n)\n#if A\n{\n}\n#endif\n")]
    [InlineData("int a = b[CODE] < code > answer;\nvoid f(void)\n{\n    a = b <code> c;\n}\n")]
    [InlineData("void f(int n)\n{\n    int m =\n        ~~~n;\n}\n")]
    public void PlainFileIsLeftAsItIs(string file)
    {
        var source = SourceText.From("kernel.c", file);
        Assert.Same(source, Assert.Single(ModelResponse.CandidateBlocks(source)).Extract());
    }

    [Theory]
    [InlineData("```c\n/*\n```\n")]
    [InlineData("void f(int n)\n")]
    [InlineData("void f(int n) {\n")]
    [InlineData("int a =\n")]
    [InlineData("word word\n")]
    [InlineData("use(a,\n")]
    [InlineData("> ```c\n")]
    [InlineData("> ")]
    [InlineData("[CODE]\n")]
    [InlineData("<code>a</code>\n")]
    [InlineData("Now:\nvoid f(int n) { }\n")]
    [InlineData("```c\n}```\n")]
    public void MegabyteOfAnythingIsReadInLinearTime(string unit) => new ModelResponseTests().MegabyteOfAnythingIsReadInLinearTime(unit);

    private static string Last(string response) =>
        ModelResponse.CandidateBlocks(SourceText.From("response.md", response)).Last(block => block.IsComplete).Extract().Code.Trim();

    private static string Windows(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);
}
