using System.Collections.Immutable;
using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Text;
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
           select Certify(claim.Property, book, Path.Combine(folder, $"{task}-{PlainName.Of(source.Path)}-{ClaimText.Name(claim.Property)}.smt2"), cancellation),
    ];

    private Certificate Certify(Property property, CertificateBook book, string path, CancellationToken cancellation)
    {
        File.WriteAllText(path, book.ScriptOf(property));
        return new(property, path, book.QuestionsOf(property), _solver.Value?.Confirm(path, cancellation));
    }
}
