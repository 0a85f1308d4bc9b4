using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;

namespace HpcVerify.Detectors.Tests;

/// <summary>The corpus's right kernels: of the accepted ones and of the references no rule on policy or integrity has anything to say, of the others just what they declare.</summary>
public sealed class CorpusIntegrityTests
{
    public static TheoryData<string> Tasks => [.. KernelTaskReader.Names(Repository.PathOf("corpus"))];

    [Theory, MemberData(nameof(Tasks))]
    public void AcceptedKernelsHaveNoFinding(string name)
    {
        var task = TaskOf(name);
        Assert.Empty(Files(name, "accept").SelectMany(file => Accused(task, file).Select(finding => $"{Path.GetFileName(file.Path)}: {file.PositionOf(finding.Span.Start)} {finding.Rule.Id} {finding.Message}")));
    }

    /// <summary>A reference that is handed in as a kernel, under the kernel's name.</summary>
    [Theory, MemberData(nameof(Tasks))]
    public void ReferencesHaveNoFinding(string name)
    {
        var task = TaskOf(name);
        var renamed = task.ReferenceSource.Code.Replace(task.ReferenceName, task.EntryPoint, StringComparison.Ordinal);
        Assert.Empty(Accused(task, SourceText.From("reference.c", renamed)).Where(finding => finding.Rule.Id.StartsWith("HV7", StringComparison.Ordinal)).Select(finding => $"{finding.Rule.Id} {finding.Message}"));
    }

    [Theory, MemberData(nameof(Tasks))]
    public void WarnedKernelsHaveTheFindingsTheyDeclare(string name)
    {
        var task = TaskOf(name);
        Assert.All(Files(name, "warned"), file =>
        {
            var declared = string.Concat(file.Code.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)));
            var found = Accused(task, file).Select(finding => finding.Rule.Id).Distinct().ToList();
            Assert.NotEmpty(found);
            Assert.All(found, id => Assert.Contains(id, declared, StringComparison.Ordinal));
        });
    }

    private static IEnumerable<Diagnostic> Accused(KernelTask task, SourceText source) =>
        DetectorSuite.Detect(FrontEndForTests.Parse(source).Value, DetectionContext.Of(task))
            .Where(finding => finding.Rule.Id.StartsWith("HV1", StringComparison.Ordinal) || finding.Rule.Id.StartsWith("HV7", StringComparison.Ordinal));

    private static IEnumerable<SourceText> Files(string name, string folder) =>
        Directory.Exists(Repository.PathOf($"corpus/{name}/{folder}"))
            ? Directory.EnumerateFiles(Repository.PathOf($"corpus/{name}/{folder}")).Order(StringComparer.Ordinal).Select(file => SourceText.FromBytes(file, File.ReadAllBytes(file)))
            : [];

    private static KernelTask TaskOf(string name) => KernelTaskReader.Read(Repository.PathOf($"corpus/{name}"), FrontEndForTests.Parse).Value!;
}
