using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>A function ready for bounded runs, with the module it is part of.</summary>
/// <param name="Library">The model library's functions.</param>
public sealed record BoundedKernel(Module Module, Module Library, KernelFunction Entry, BoundedRun Run)
{
    /// <summary>The function of a file that was parsed with its library; null where the file does not define it.</summary>
    public static BoundedKernel? Of(SyntaxTree tree, string function)
    {
        var (module, library) = (Lowering.Lower(tree).Value, Lowering.Lower(tree.LibraryTree).Value);
        return module.Functions.FirstOrDefault(candidate => candidate.Name == function && candidate.Body is not null) is { } entry
            ? new(module, library, entry, new(module, library, entry))
            : null;
    }

    /// <summary>Whether any function starts a team.</summary>
    public bool HasTeams { get; } = KernelStatements(Module).OfType<KernelStatement.Region>().Any(region => region.Construct is Construct.Parallel);

    /// <summary>Whether a team's size is written in the kernel.</summary>
    public bool HasOwnTeamSize { get; } = KernelStatements(Module).OfType<KernelStatement.Region>()
        .Any(region => region.Construct is Construct.Parallel { ThreadCount: not null });

    private static IEnumerable<object> KernelStatements(Module module) =>
        module.Functions.Where(function => function.Body is not null).SelectMany(function => KernelWalk.DescendantsAndSelf(function.Body!));
}

