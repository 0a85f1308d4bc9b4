using System.Text.RegularExpressions;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.TestKit;
using Xunit;

namespace HpcVerify.Parser.Tests.Kernels;

/// <summary>Every kind of node stands in the printed form of some fixture, so that none can change unseen.</summary>
public sealed partial class NodeKindTests
{
    public static TheoryData<string> SyntaxKinds => KindsOf(typeof(Expression), typeof(Statement), typeof(Declaration));

    public static TheoryData<string> KernelKinds => KindsOf(typeof(KernelStatement), typeof(Value), typeof(Place));

    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Trees = new(() =>
        [.. PrintedFormTests.Kernels.Select(row => FrontEndForTests.Parse(Fixture.Read((string)row[0]).Source).Value)]);

    [Theory, MemberData(nameof(SyntaxKinds))]
    public void FixturesHaveEveryKindOfSyntax(string kind) =>
        Assert.Contains(Trees.Value, tree => PrintedKind().Matches(SyntaxPrinter.Print(tree)).Any(match => match.Groups[1].Value == kind));

    [Theory, MemberData(nameof(KernelKinds))]
    public void FixturesHaveEveryKindOfKernelNode(string kind) =>
        Assert.Contains(Trees.Value, tree => NodesOf(Lowering.Lower(tree).Value).Any(node => node.GetType().Name == kind));

    private static IEnumerable<object> NodesOf(Module module) =>
        module.Functions.Where(function => function.Body is not null).SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!))
            .Concat(module.Globals.Where(global => global.Initial is not null).SelectMany(global => KernelWalk.DescendantsAndSelf(global.Initial!)));

    private static TheoryData<string> KindsOf(params Type[] roots) =>
        [.. roots.SelectMany(root => root.GetNestedTypes().Where(root.IsAssignableFrom)).Select(kind => kind.Name).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^ *\((\w+)", RegexOptions.Multiline)]
    private static partial Regex PrintedKind();
}
