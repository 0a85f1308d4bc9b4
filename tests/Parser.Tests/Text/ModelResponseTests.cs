using System.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Tests.Text;

public sealed class ModelResponseTests
{
    private const string Kernel = "void f(int n)\n{\n    g(n);\n}";

    /// <summary>The response, then the blocks expected of it, each without surrounding space.</summary>
    public static TheoryData<string, string[]> Responses => new()
    {
        { Kernel, [Kernel] },
        { "", [""] },
        { "I cannot help with that.", ["I cannot help with that."] },
        { $"Here:\n```c\n{Kernel}\n```\nDone.", [Kernel] },
        { $"Here:\n```\n{Kernel}\n```\n", ["Here:", Kernel] },
        { $"~~~C\n{Kernel}\n~~~", [Kernel] },
        { $"   ```c\n{Kernel}\n   ```", [Kernel] },
        { $"    ```c\n{Kernel}\n    ```", [Kernel] },
        { $"```c title=\"a b\" linenos\n{Kernel}\n```", [Kernel] },
        { $"````c\n{Kernel}\n```\nint x;\n````", [$"{Kernel}\n```\nint x;"] },
        { $"~~~c\n```\n{Kernel}\n~~~", [$"```\n{Kernel}"] },
        { $"```c\n{Kernel}\n```   \t\nprose", [Kernel] },
        { $"```c\r\nint a;\r\n```\r\nand\r\n```c\r\nint b;\r\n```", ["int a;", "int b;"] },
        { "```c\nint a;\n```\n```sh\ngcc a.c\n```", ["int a;", "gcc a.c"] },
        { "Use `restrict` and ```inline``` code.\n```c\nint a;\n```", ["int a;"] },
        { "```not an opener```\nint a;", ["```not an opener```\nint a;"] },
        { "```", [] },
        { $"```c\n{Kernel}", [Kernel] },
        { $"{Kernel}\n```\nThat is all.", [Kernel] },
        { $"{Kernel}<|im_end|>", [Kernel] },
        { $"{Kernel}\n</s><|endoftext|>", [Kernel] },
        { $"[INST] write f [/INST]\n```c\n{Kernel}\n```<|eot_id|>", [Kernel] },
        { $"```c\n{Kernel}<|im_end|>", [Kernel] },
        { $"<think>\n```c\nint draft;\n```\n</think>\n```c\n{Kernel}\n```", [Kernel] },
        { $"Let's see, it's easy.</think>\n```c\n{Kernel}\n```", [Kernel] },
        { $"<think>\n```c\nint draft;\n</think>\n```c\n{Kernel}\n```", [Kernel] },
        { $"<think>\nnever ends\n```c\n{Kernel}\n```", [""] },
        { $"<think>a</think>{Kernel}", [Kernel] },
        { $"```markdown\nText\n```c\n{Kernel}\n```", [Kernel] },
        { $"````md\nText\n```c\n{Kernel}\n```\nmore\n````", [Kernel] },
        { "int a;\n/*\n```c\nint b;\n```\n*/\nint c;", ["int a;\n/*\n```c\nint b;\n```\n*/\nint c;"] },
        { "/* <|im_end|>\n<think> */ char *s = \"</think>[/INST]\"; // </s>", ["/* <|im_end|>\n<think> */ char *s = \"</think>[/INST]\"; // </s>"] },
        { "int b = a[INST] + (a <s> c);", ["int b = a[INST] + (a <s> c);"] },
        { "Comments start with /* in C, don't they?\n```c\nint a; /* b */\n```", ["int a; /* b */"] },
    };

    [Theory, MemberData(nameof(Responses))]
    public void CompleteBlocksAreFound(string response, string[] expected)
    {
        var blocks = ModelResponse.CandidateBlocks(SourceText.From("response.md", response));
        Assert.Equal(expected, blocks.Where(block => block.IsComplete).Select(block => block.Extract().Code.Trim()));
    }

    [Theory]
    [InlineData("```c\nvoid f(int n)\n{\n    if (n")]
    [InlineData("```c\nvoid f(int n)\n{\n    g(\"}\");\n")]
    [InlineData("```c\nvoid f(int n)\n{\n}\n/* and then")]
    [InlineData("```c\nvoid f(int n);")]
    [InlineData("```c\nvoid f(int n) { a[0); }]")]
    public void BlockCutByTheEndOfTheResponseIsIncomplete(string response) =>
        Assert.False(Assert.Single(ModelResponse.CandidateBlocks(SourceText.From("response.md", response))).IsComplete);

    [Fact]
    public void ExtractedBlockKeepsOffsetsAndLines()
    {
        var response = SourceText.From("response.md", $"Gruß, »C«:\r\n```c\r\n{Kernel}\r\n```\r\nEnde");
        var extracted = Assert.Single(ModelResponse.CandidateBlocks(response)).Extract();
        Assert.Equal(response.Length, extracted.Length);
        Assert.Equal(response.LineCount, extracted.LineCount);
        Assert.Equal(response.Code.IndexOf("void", StringComparison.Ordinal), extracted.Code.IndexOf("void", StringComparison.Ordinal));
    }

    [Fact]
    public void PlainFileIsItsOwnBlock()
    {
        var file = SourceText.From("kernel.c", Kernel);
        Assert.Same(file, Assert.Single(ModelResponse.CandidateBlocks(file)).Extract());
    }

    public static TheoryData<string> Floods =>
    [
        "It's a matter of taste, isn't it? ", "```c\nint a;\n```\n", "```c\n{", "/*", "\"\\", "'", "\"\\\"\n", "<think>\n", "</think>",
        "<|x|>", "`", "~~~\n", "(((", "```markdown\n", "\\\n", "//\\\n", "<", "<think>\n```c\n", "\u001b\0", "[INST]\n/* ",
    ];

    [Theory, MemberData(nameof(Floods))]
    public void MegabyteOfAnythingIsReadInLinearTime(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
        var response = SourceText.From("response.md", text);
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(ModelResponse.CandidateBlocks(response));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
