using System.Collections.Immutable;
using System.CommandLine;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli.Commands;

/// <summary>The options of commands that make claims: at which sizes, and where witnesses and certificates are written to.</summary>
internal sealed class ProofOptions
{
    private readonly Option<string[]> _sizes = SizesOption.Create();
    private readonly Option<string?> _witness = new("--witness") { Description = "a folder for a witness of every refuted claim, which 'replay' reads" };
    private readonly Option<string?> _certify = new("--certify") { Description = "a folder for an SMT-LIB script of every proved claim, which cvc5 proves again" };

    public IEnumerable<Option> All => [_sizes, _witness, _certify];

    public ProofRequest Of(ParseResult result) =>
        new([.. (result.GetValue(_sizes) ?? []).Select(SizesOption.Of).OfType<Sizes>()], result.GetValue(_witness), result.GetValue(_certify));
}

/// <summary>What a command that makes claims is asked for beside its files.</summary>
/// <param name="Sizes">The sizes to look at; empty where they are planned.</param>
/// <param name="Witnesses">The folder of witnesses; null where nobody asked for them.</param>
/// <param name="Certificates">The folder of proved claims; null where nobody asked for that.</param>
internal sealed record ProofRequest(ImmutableArray<Sizes> Sizes, string? Witnesses, string? Certificates)
{
    /// <summary>Why nothing can be written to a folder; null where it can.</summary>
    public string? FolderProblem() => new[] { Witnesses, Certificates }.OfType<string>().Select(WitnessFolder.Problem).FirstOrDefault(found => found is not null);

    /// <summary>What is wrong with the sizes for a task; null where nothing is.</summary>
    public string? SizeProblem(IEnumerable<KernelTask> tasks) =>
        Sizes.SelectMany(given => tasks.Select(task => SizesOption.Problem(given, task))).FirstOrDefault(found => found is not null);
}
