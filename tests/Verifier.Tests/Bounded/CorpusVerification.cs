using System.Collections.Concurrent;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Text;
using HpcVerify.TestKit;
using HpcVerify.Verifier.Bounded;

namespace HpcVerify.Verifier.Tests.Bounded;

/// <summary>Bounded verification of one file against a task of the corpus or of the fixtures: the only place where tests call it.</summary>
internal static class CorpusVerification
{
    private static readonly ConcurrentDictionary<string, KernelTask> Tasks = new(StringComparer.Ordinal);

    /// <summary>The request, if the file defines the task's entry point with the right type.</summary>
    public static VerificationRequest? RequestOf(string name, SourceText source)
    {
        var task = Tasks.GetOrAdd(name, _ => KernelTaskReader.Read(FolderOf(name), FrontEndForTests.Parse).Value!);
        return VerificationRequest.Of(task, source, file => FrontEndForTests.ParseWithLibrary(file).Value) is { Kernel.Entry.Type: var type } request
            && type.Parameters.Select(parameter => parameter.Unqualified).SequenceEqual(task.Prototype.Parameters.Select(parameter => parameter.Unqualified))
            && type.Result.Equals(task.Prototype.Result)
            ? request
            : null;
    }

    private static string FolderOf(string name) => new[] { $"corpus/{name}", $"tests/Verifier.Tests/Fixtures/Tasks/{name}" }.Select(Repository.PathOf).First(Directory.Exists);

    public static BoundedReport Verify(string name, SourceText source, BoundedOptions options) =>
        BoundedVerification.Verify(RequestOf(name, source)!, options, CancellationToken.None);
}
