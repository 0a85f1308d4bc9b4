using System.Reflection;
using HpcVerify.Cli;

namespace HpcVerify.Architecture.Tests;

/// <summary>The parts of the style that a machine can check.</summary>
public sealed class StyleTests
{
    private const int LongestFile = 400;

    [Fact]
    public void NoHandWrittenFileIsLongerThanFourHundredLines()
    {
        var tooLong = Sources.In("src", "tests", "benchmarks")
            .Where(file => !file.Contains("/Interop/", StringComparison.Ordinal) && File.ReadLines(file).Count() > LongestFile)
            .Select(Sources.Relative);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void RuleIdsAreUnique()
    {
        var repeated = Layers.Rules.GroupBy(rule => rule.Id).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(repeated);
    }

    [Fact]
    public void RuleIdsAreInAFamilyOfTheDesign()
    {
        Assert.All(Layers.Rules, rule => Assert.Matches("^HV[0-579][0-9]{3}$", rule.Id));
    }

    [Fact]
    public void EveryRuleExplainsItself()
    {
        Assert.All(Layers.Rules, rule => Assert.True(rule.Explanation.Length > rule.Title.Length, rule.Id));
    }

    [Fact]
    public void NoStaticFieldCanChange()
    {
        var mutable = Layers.All
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !typeof(Delegate).IsAssignableFrom(field.FieldType))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<', StringComparison.Ordinal) && !field.DeclaringType!.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => $"{field.DeclaringType}.{field.Name}");

        Assert.Empty(mutable);
    }

    [Fact]
    public void NoTestIsSkipped()
    {
        var skipped = Sources.In("tests")
            .Where(file => !file.EndsWith("StyleTests.cs", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Skip = ", StringComparison.Ordinal))
            .Select(Sources.Relative);

        Assert.Empty(skipped);
    }
}
