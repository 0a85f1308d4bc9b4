using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Verifier.Reach;

/// <summary>What must hold of the sizes of a call for a kernel to take each side of its branches.</summary>
internal sealed class SideConditions
{
    private readonly SizeFormulas _formulas = new();
    private readonly SideWalk _walk;

    private SideConditions(KernelTask task, Module module, KernelFunction entry, Func<string, CType, IntegerRange> rangeOf)
    {
        var sizes = new Dictionary<Symbol, WholeTerm>();
        foreach (var (index, parameter) in task.Contract.SizeParameters.Index())
        {
            var range = rangeOf(parameter.Name, parameter.Type);
            sizes.Add(parameter, _formulas.Size(index, range.Least, range.Greatest));
        }

        var contract = new ContractFormulas(_formulas, sizes);
        foreach (var promise in task.Contract.Preconditions.Select(contract.Condition).OfType<string>())
        {
            _formulas.Always(promise);
        }

        _walk = new(_formulas, module, task.Contract.Team is { } team ? contract.Number(team) : null);
        _walk.Walk(entry, [.. task.Contract.Parameters.Select(parameter => sizes.GetValueOrDefault(parameter))]);
    }

    /// <summary>For calls of all sizes that the contract allows.</summary>
    public static SideConditions Always(KernelTask task, Module module, KernelFunction entry) =>
        new(task, module, entry, (_, type) => IntegerRange.Of(type)!);

    /// <summary>For calls of sizes from zero to a largest for each parameter.</summary>
    public static SideConditions UpTo(Sizes largest, KernelTask task, Module module, KernelFunction entry) =>
        new(task, module, entry, (name, type) => new(0, BigInteger.Min(largest[name]!.Value, IntegerRange.Of(type)!.Greatest)));

    /// <summary>The question for sizes that take a side; null where nothing is known of it.</summary>
    /// <param name="node">The branch, loop or comparison.</param>
    /// <param name="side">Which side of it.</param>
    /// <param name="withGuesses">Whether what is usual may be taken for granted.</param>
    public string? Question(object node, bool side, bool withGuesses) => _walk.SidesOf(node) is var (whenTrue, whenFalse)
        ? _formulas.Question(side ? whenTrue : whenFalse, withGuesses)
        : null;
}
