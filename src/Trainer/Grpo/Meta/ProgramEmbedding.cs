using System.Collections.Immutable;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Trainer.Grpo.Meta;

/// <summary>
/// A program as a place among programs, from its kernel form with calls expanded: names, layout and comments are not in it.
/// </summary>
/// <param name="Features">Named counts of what it is made of, and its techniques (<see cref="StructuralFeatures"/>).</param>
/// <param name="Subtrees">How often each subtree occurs, up to a height (<see cref="SubtreeCounts"/>).</param>
public sealed record ProgramEmbedding(ImmutableSortedDictionary<string, double> Features, ImmutableSortedDictionary<ulong, int> Subtrees)
{
    /// <summary>The greatest height of subtrees that are told apart.</summary>
    public const int Height = 3;

    /// <summary>The embedding of what a call of the entry point does; null when the file does not define it.</summary>
    public static ProgramEmbedding? Of(SyntaxTree tree, string entryPoint)
    {
        var loose = LooseModule.Of(tree);
        return loose.Module.Functions.LastOrDefault(function => function.Name == entryPoint && function.Body is not null) is { } entry
            ? Of(KernelNest.Of(loose, entry))
            : null;
    }

    private static ProgramEmbedding Of(KernelNest nest) =>
        new(StructuralFeatures.Of(nest, TechniqueSuite.Find(nest, TechniqueSuite.All)), SubtreeCounts.Of(nest.Body, Height));
}
