using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.Contracts;

/// <summary>Joins a condition to what a task's contract requires: claims are made of the calls that satisfy both (SOUNDNESS 16).</summary>
public static class ContractAssumption
{
    private const string ReferenceSuffix = "_reference";
    private const string ContractSuffix = "_contract";

    private static readonly Rule Unusable = new(
        "HV1204", Severity.Error, "Assumption not understood", "{0}",
        "An assumption is a condition in C over the integer parameters of the contract, such as N % 64 == 0.");

    /// <summary>
    /// The compiler reads the condition where the contract's own are:
    /// <code>{ requires(M >= 0); }      ⟶      { requires(N % 64 == 0); requires(M >= 0); }</code>
    /// </summary>
    public static Checked<KernelTask?> Join(KernelTask task, string condition, Func<SourceText, Checked<SyntaxTree>> parse)
    {
        var name = task.ReferenceName.EndsWith(ReferenceSuffix, StringComparison.Ordinal) ? task.ReferenceName[..^ReferenceSuffix.Length] + ContractSuffix : "";
        if (parse(task.Specification).Value.Definition(name) is not { Body: Statement.Compound body })
        {
            return Fail($"task '{task.Name}' has no contract of its own");
        }

        var code = task.Specification.Code;
        var bytes = SourceText.From("", $" requires({condition});").Code;
        var tree = parse(task.Specification.WithCode(code.Insert(body.Span.Start + 1, bytes))).Value;
        if (tree.Errors.FirstOrDefault() is { } error)
        {
            return Fail($"'{condition}' cannot be read: {error.Text}");
        }

        var (contract, misuses) = ContractReader.Read(tree, name);
        return contract is null ? new(null, misuses)
            : contract.Preconditions.Length != task.Contract.Preconditions.Length + 1 || contract.Buffers.Length != task.Contract.Buffers.Length ? Fail($"'{condition}' is not one condition")
            : ContractArithmetic.Integer(contract.Preconditions[0], task.ScoredSizes) is null ? Fail($"'{condition}' is no arithmetic over the sizes")
            : new(task with { Contract = contract }, []);
    }

    private static Checked<KernelTask?> Fail(string message) => new(null, [Unusable.At(default, message)]);
}
