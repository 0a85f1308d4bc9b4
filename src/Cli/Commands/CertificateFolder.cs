using System.Collections.Immutable;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.AllSizes;
using HpcVerify.Verifier.Bounded;
using HpcVerify.Verifier.Certificates;
using HpcVerify.Verifier.Verdicts;

namespace HpcVerify.Cli.Commands;

/// <summary>Where the scripts that a second solver proves again are written to, one for each claim.</summary>
internal sealed class CertificateFolder(string folder)
{
    private readonly Lazy<SolverProgram?> _solver = new(SolverProgram.Find);

    /// <summary>Writes the script of every proved claim and has it proved again, where there is a solver to do so.</summary>
    public ImmutableArray<Certificate> Certify(BoundedReport report, CertificateBook book, string task, SourceText source, CancellationToken cancellation) =>
    [
        .. from claim in report.Claims
           where claim.Verdict is Verdict.Proved && book.Properties.Contains(claim.Property)
           let name = ClaimText.Name(claim.Property)
           select Certify(name, book.ScriptOf(claim.Property), book.QuestionsOf(claim.Property), PathOf(task, source, name), cancellation),
    ];

    /// <summary>The same for claims for all sizes, as far as they rest on what isl and Z3 take to be impossible.</summary>
    public ImmutableArray<Certificate> Certify(AllSizesReport report, ExclusionBook book, string task, SourceText source, CancellationToken cancellation) =>
    [
        .. from claim in report.Claims
           let name = AllSizesText.Name(claim.Property)
           where claim.Verdict is Verdict.Proved && book.Subjects.Contains(name)
           select Certify(AllSizesText.LongName(claim.Property), book.ScriptOf(name), book.Of(name).Length, PathOf(task, source, $"{name}-for-all-sizes"), cancellation),
    ];

    private string PathOf(string task, SourceText source, string name) => Path.Combine(folder, $"{task}-{PlainName.Of(source.Path)}-{name}.smt2");

    private Certificate Certify(string claim, string script, int questions, string path, CancellationToken cancellation)
    {
        File.WriteAllText(path, script);
        return new(claim, path, questions, _solver.Value?.Confirm(path, cancellation));
    }
}
