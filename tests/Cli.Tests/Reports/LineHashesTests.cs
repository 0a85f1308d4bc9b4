using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Tests.Reports;

/// <summary>Fingerprints are those that GitHub's own action computes where a log has none (figures: github/codeql-action).</summary>
public sealed class LineHashesTests
{
    private static readonly string[] Greeting =
    [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
    ];

    [Fact]
    public void AnEmptyFileHasOneLine() => Assert.Equal(["c129715d7a2bc9a3:1"], Hashes(""));

    [Fact]
    public void BlanksDoNotCountAndTheLastLineNeedsNoEnd() =>
        Assert.Equal(["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"], Hashes(" a\nb\n  \t\tc\n d"));

    [Theory]
    [InlineData(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n")]
    [InlineData(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r")]
    [InlineData(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n")]
    [InlineData(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n")]
    public void LineEndsAreAllTheSame(string text) => Assert.Equal(Greeting, Hashes(text));

    [Theory]
    [InlineData("/* a\fb */\nint x;")]
    [InlineData("/* a\u2028b\u0085c\u2029 */\nint x;")]
    public void WhatEndsNoLineForACompilerEndsNone(string text) => Assert.Equal(Hashes("int x;"), Hashes(text)[1..]);

    [Fact]
    public void RepeatedLinesAreNumbered() => Assert.Equal(
        [
            "a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1",
        ],
        Hashes(string.Concat(Enumerable.Repeat("Lorem ipsum dolor sit amet.\n", 10))));

    private static string[] Hashes(string text) => [.. LineHashes.Of(SourceText.From("a.c", text)).All];
}
