using System.CommandLine;
using HpcVerify.Cli.Commands;

namespace HpcVerify.Cli.Tests;

public sealed class NumberOptionTests
{
    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("2e-4", 2e-4)]
    [InlineData("1", 1)]
    public void RealNumbersMayHaveFractionsAndExponents(string word, double number) => Assert.Equal(number, Parsed(Inputs.Number("--rate", "", 0.5, 0.0, 1.0), word).Value);

    [Theory]
    [InlineData("NaN")]
    [InlineData("1.5")]
    [InlineData("0,5")]
    public void WhatIsOutOfRangeOrNoNumberIsRefused(string word) =>
        Assert.Equal($"--rate is a number from 0 to 1, not '{word}'", Assert.Single(Parsed(Inputs.Number("--rate", "", 0.5, 0.0, 1.0), word).Problems));

    [Fact]
    public void WholeNumbersMayNot() => Assert.Equal("--count is a number from 0 to 9, not '1.0'", Assert.Single(Parsed(Inputs.Number("--count", "", 5, 0, 9), "1.0").Problems));

    private static (T? Value, string[] Problems) Parsed<T>(Option<T> option, string word)
    {
        var result = new Command("test") { option }.Parse([option.Name, word]);
        string[] problems = [.. result.Errors.Select(error => error.Message)];
        return (problems.Length == 0 ? result.GetValue(option) : default, problems);
    }
}
