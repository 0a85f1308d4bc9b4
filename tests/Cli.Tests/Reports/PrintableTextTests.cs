using HpcVerify.Cli.Reports;

namespace HpcVerify.Cli.Tests.Reports;

/// <summary>What is left of text that would command somebody.</summary>
public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("plain größe 42", "plain größe 42")]
    [InlineData("a\u001b[31m", "a\\x1b[31m")]
    [InlineData("\a\b\r\n\u009b", "\\x07\\x08\\x0d\\x0a\\x9b")]
    [InlineData("a\u202eb\u2066\u200b\ufeff\u2028", "a\\u{202e}b\\u{2066}\\u{200b}\\u{feff}\\u{2028}")]
    [InlineData("##[error]", "#\\x23[error]")]
    [InlineData("###vso[", "#\\x23#vso[")]
    [InlineData("# 1 #", "# 1 #")]
    public void WhatHasNoShapeOrCommandsAServerIsWrittenAsANumber(string text, string printed) => Assert.Equal(printed, PrintableText.Of(text));

    [Theory]
    [InlineData("::error::x", "\\x3a:error::x")]
    [InlineData("  ::set-env name=a::b", "  \\x3a:set-env name=a::b")]
    [InlineData("\u00a0::warning::x", "\u00a0\\x3a:warning::x")]
    [InlineData("a::b", "a::b")]
    public void ALineIsNoWorkflowCommand(string text, string printed) => Assert.Equal(printed, PrintableText.Line(text));

    [Fact]
    public void AnythingPrintedIsPrintedTheSameAgain() =>
        Assert.All(["::##\u001b", "####", ":: ::", "\ud800"], text => Assert.Equal(PrintableText.Line(text), PrintableText.Line(PrintableText.Line(text))));
}
