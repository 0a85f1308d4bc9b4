using HpcVerify.Detectors.Integrity.Flow;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>The corpus's honest kernels, of which no rule on policy or integrity has anything to say that they do not say themselves.</summary>
public sealed class CorpusIntegrityTests
{
    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Theory, MemberData(nameof(Tasks))]
    public void AcceptedKernelsHaveNoFindingTheyDoNotDeclare(string name)
    {
        var task = TaskOf(name);
        var accused =
            from file in Directory.EnumerateFiles(Repository.PathOf($"corpus/{name}/accept")).Order(StringComparer.Ordinal)
            let source = SourceText.FromBytes(file, File.ReadAllBytes(file))
            let declared = string.Concat(source.Code.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)))
            from finding in DetectorSuite.Detect(FrontEndForTests.Parse(source).Value, DetectionContext.Of(task))
            where finding.Rule.Id.StartsWith("HV1", StringComparison.Ordinal) || finding.Rule.Id.StartsWith("HV7", StringComparison.Ordinal)
            where finding.Rule.Severity != Parser.Diagnostics.Severity.Info && !declared.Contains(finding.Rule.Id, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {source.PositionOf(finding.Span.Start)} {finding.Rule.Id} {finding.Message}";

        Assert.Empty(accused);
    }

    private static KernelTask TaskOf(string name) => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;

}
