using HpcVerify.Cli.Reports;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Text;

namespace HpcVerify.Cli.Commands;

/// <summary>A function and the file that defines it.</summary>
internal sealed record FunctionPlace(string File, string Function)
{
    /// <summary><c>FILE.c:function</c>; null where a part is missing.</summary>
    public static FunctionPlace? Of(string word) =>
        word.LastIndexOf(':') is var colon && colon > 0 && colon < word.Length - 1 ? new(word[..colon], word[(colon + 1)..]) : null;
}

/// <summary>Whether one function does what another one does under a contract: what makes a task of files that no corpus holds.</summary>
internal sealed record EquivalenceQuestion(FunctionPlace Reference, string Candidate, string Contract)
{
    /// <summary>The question that a witness was found for.</summary>
    public static EquivalenceQuestion Of(EquivalenceEntry entry) => new(new(entry.Reference.Path, entry.ReferenceFunction), entry.Candidate, entry.Contract.Path);

    /// <summary>The question for a witness; null where a part of it came by standard input, which is in no file.</summary>
    public EquivalenceEntry? ToEntry() => File.Exists(Reference.File) && File.Exists(Contract)
        ? new(EntryOf(Reference.File), Reference.Function, Candidate, EntryOf(Contract))
        : null;

    /// <summary>What is wrong with reference or contract is wrong with the question, and nothing is said of the candidate.</summary>
    public Checked<KernelTask?> ReadTask(Reader reader, FrontEnd frontEnd)
    {
        var (source, unread) = reader.Read(Reference.File, TextOf);
        var (contract, unreadContract) = reader.Read(Contract, TextOf);
        return source is null || contract is null
            ? new(null, [.. Of(Reference.File, unread), .. Of(Contract, unreadContract)])
            : EquivalenceTaskReader.Read(new(source, Reference.Function), Candidate, contract, frontEnd.Parse);
    }

    /// <summary>What is wrong with a file, with its name.</summary>
    private static IEnumerable<Diagnostic> Of(string file, IEnumerable<Diagnostic> findings) => findings.Select(finding => finding with { Message = $"'{InputFile.NameOf(file)}': {finding.Message}" });

    private static KernelFileEntry EntryOf(string file) => new(Path.GetFullPath(file), WitnessWriter.Digest(File.ReadAllBytes(file)));

    private static SourceText TextOf(InputFile input) => SourceText.FromBytes(input.Path, input.Bytes.AsSpan());
}
