using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>What findings quote of a source reads as it was written.</summary>
public sealed class IntegrityMessageTests
{
    [Fact]
    public void QuotedTextKeepsItsLetters()
    {
        const string Code = """
            void axpy_optimized(int n, double alpha, const double *x, double *y)
            {
                if (x[0] /* Größe */ == 1.0) return;
                for (int i = 0; i < n; i++) y[i] += alpha * x[i];
            }
            """;
        var task = KernelTaskReader.Read(Repository.PathOf("corpus/axpy"), FrontEndForTests.Parse).Value!;
        var context = DetectionContext.Of(task);
        var findings = DetectorSuite.Detect(FrontEndForTests.Parse(SourceText.From("kernel.c", Code)).Value, context);

        Assert.Contains(findings, finding => finding.Message.Contains("Größe", StringComparison.Ordinal));
    }
}
