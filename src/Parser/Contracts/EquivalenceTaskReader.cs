using System.Collections.Immutable;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>A function by name in a file.</summary>
public sealed record NamedFunction(SourceText Source, string Name);

/// <summary>
/// Makes a task of a function that is right by definition and a contract for calling it: to do the same is all that is
/// asked. Nobody scores such a task, so it has no sizes of its own.
/// </summary>
public static class EquivalenceTaskReader
{
    private const string ContractSuffix = "_contract";

    private static readonly Rule Unusable = new(
        "HV1203", Severity.Error, "Functions cannot be compared", "{0}",
        "Two functions are compared under a contract: a C file with one function <name>_contract in the words of hpcverify.h, "
        + "whose parameters have the types of the functions' own. With several, the one named after the reference counts.");

    /// <param name="candidate">The name of the function that is to do what the reference does.</param>
    public static Checked<KernelTask?> Read(
        NamedFunction reference, string candidate, SourceText contractFile, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var tree = parse(reference.Source).Value;
        if (tree.Errors.FirstOrDefault() is { } error)
        {
            return Fail($"'{reference.Source.Path}' cannot be read: {error.Text}");
        }

        if (tree.Definition(reference.Name) is not { } function)
        {
            return Fail($"'{reference.Source.Path}' defines no function '{reference.Name}'");
        }

        var (contract, misuses) = ReadContract(parse(contractFile).Value, reference.Name);
        return contract is null ? new(null, misuses)
            : WhyUnfit(contract, function) is { } why ? Fail($"the contract does not fit '{reference.Name}': {why}")
            : new(TaskOf(reference, function, candidate, contract) with { SpecificationTree = tree }, []);
    }

    private static KernelTask TaskOf(NamedFunction reference, Declaration.Function function, string candidate, Contract contract) => new(
        reference.Name, $"To do what '{reference.Name}' does", candidate, function.Type, contract, reference.Name, reference.Source,
        ReferenceSource: reference.Source, Baseline: null, ScoredSizes: Sizes.Of([]), TestSizes: [], Work: null);

    private static Checked<Contract?> ReadContract(SyntaxTree tree, string reference)
    {
        var names = tree.Definitions.Select(function => function.Symbol.Name).Where(name => name.EndsWith(ContractSuffix, StringComparison.Ordinal)).ToList();
        var chosen = names.Contains(reference + ContractSuffix) ? reference + ContractSuffix : names is [var only] ? only : null;
        return tree.Errors.FirstOrDefault() is { } error ? new(null, [Unusable.At(default, $"'{tree.Source.Path}' cannot be read: {error.Text}")])
            : chosen is null ? new(null, [Unusable.At(default, $"'{tree.Source.Path}' defines {(names.Count == 0 ? "no contract" : "several contracts")}, and none is called '{reference}{ContractSuffix}'")])
            : ContractReader.Read(tree, chosen);
    }

    /// <summary>What a call by the contract would pass that the function does not take; null where they agree.</summary>
    private static string? WhyUnfit(Contract contract, Declaration.Function function)
    {
        if (contract.Parameters.Length != function.Parameters.Length)
        {
            return $"it has {contract.Parameters.Length} parameters, and the function {function.Parameters.Length}";
        }

        foreach (var (promised, taken) in contract.Parameters.Zip(function.Parameters))
        {
            if (!IsSame(promised.Type, taken.Type))
            {
                return $"its parameter '{promised.Name}' has another type than '{taken.Name}'";
            }

            if (promised.Type is not (CType.Integer or CType.Floating or CType.Pointer))
            {
                return $"parameter '{taken.Name}' is neither a number nor a pointer to numbers";
            }
        }

        return null;
    }

    /// <summary>The same up to qualifiers; a parameter written as an array is a pointer (C17 6.7.6.3p7).</summary>
    private static bool IsSame(CType promised, CType taken) => (Adjusted(promised), Adjusted(taken)) switch
    {
        (CType.Pointer left, CType.Pointer right) => left.Pointee.Unqualified == right.Pointee.Unqualified,
        var (left, right) => left.Unqualified == right.Unqualified,
    };

    private static CType Adjusted(CType type) => type switch
    {
        CType.Array array => new CType.Pointer(array.Element, Qualifiers.None),
        CType.VariableArray array => new CType.Pointer(array.Element, Qualifiers.None),
        _ => type,
    };

    private static Checked<KernelTask?> Fail(string message) => new(null, [Unusable.At(default, message)]);
}
