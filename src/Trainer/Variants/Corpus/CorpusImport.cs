using System.Collections.Immutable;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Json;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Trainer.Variants.Corpus;

/// <summary>A file of an import that could not be taken, and why.</summary>
public sealed record Unread(string File, string Reason);

/// <summary>What became of a folder.</summary>
public sealed record Imported(ImmutableArray<CorpusLine> Lines, ImmutableArray<Unread> Unread);

/// <summary>
/// Reads a folder of paired variants, as RAJAPerf and proxy applications have them: what <c>pairs.json</c> lists, else every <c>NAME-VARIANT.c</c> beside
/// a <c>NAME-Seq.c</c>. A pair with a contract (<c>NAME-contract.c</c>) is verified as <c>equiv</c> would; one without is marked as not verified.
/// </summary>
public sealed class CorpusImport(FrontEnd frontEnd, IKernelJudge judge, string version)
{
    private const string Manifest = "pairs.json", Sequential = "Seq", Extension = ".c", Unknown = "NOASSERTION", LicenceMark = "SPDX-License-Identifier:";

    /// <summary>A null and a sentence where the folder cannot be read at all.</summary>
    /// <exception cref="OperationCanceledException">The caller has given up.</exception>
    public (Imported? Imported, string? Problem) Read(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            return (null, $"there is no folder '{folder}' to import from");
        }

        var (pairs, problem) = PairsIn(folder);
        if (pairs is null)
        {
            return (null, problem);
        }

        var (lines, unread) = (ImmutableArray.CreateBuilder<CorpusLine>(), ImmutableArray.CreateBuilder<Unread>());
        foreach (var pair in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            var (line, refused) = LineOf(folder, pair, cancellation);
            if (line is not null)
            {
                lines.Add(line);
            }

            unread.AddRange(refused);
        }

        return (new(lines.ToImmutable(), [.. unread.Distinct()]), null);
    }

    private static (ImmutableArray<Pair>? Pairs, string? Problem) PairsIn(string folder)
    {
        var manifest = Path.Combine(folder, Manifest);
        if (File.Exists(manifest))
        {
            var (document, problem) = JsonFile.Read<ManifestDocument>(manifest, JsonFile.Strict());
            return document is null ? (null, problem)
                : document.Pairs is not { Length: > 0 } listed ? (null, $"'{manifest}' lists no pairs")
                : (document.Licence is null ? listed : [.. listed.Select(pair => pair with { Licence = pair.Licence ?? document.Licence })], null);
        }

        var files = Directory.EnumerateFiles(folder, $"*{Extension}").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        var pairs =
            from file in files
            let dash = file.LastIndexOf('-')
            where dash > 0
            let name = file[..dash]
            let source = $"{name}-{Sequential}{Extension}"
            let contract = $"{name}-contract{Extension}"
            where file != source && file != contract && files.Contains(source)
            select new Pair { Source = source, Target = file, Contract = files.Contains(contract) ? contract : null };
        var found = pairs.ToImmutableArray();
        return found.IsEmpty
            ? (null, $"'{folder}' holds neither '{Manifest}' nor a 'NAME-{Sequential}{Extension}' with another 'NAME-VARIANT{Extension}' beside it")
            : (found, null);
    }

    private (CorpusLine? Line, ImmutableArray<Unread> Unread) LineOf(string folder, Pair pair, CancellationToken cancellation)
    {
        var (source, whyNotSource) = Open(folder, pair.Source, pair.SourceEntry);
        var (target, whyNotTarget) = Open(folder, pair.Target, pair.TargetEntry ?? source?.Entry);
        if (source is null || target is null)
        {
            return (null, [.. new[] { whyNotSource, whyNotTarget }.OfType<Unread>()]);
        }

        var (judgement, whyNotContract) = Judged(folder, pair, source, target, cancellation);
        return (new(
            CorpusLine.CurrentSchema, $"{Path.GetFileNameWithoutExtension(pair.Source)}-{Path.GetFileNameWithoutExtension(pair.Target)}", null, null, null, Split.Train,
            source.ToKernel(Judgement.None), target.ToKernel(judgement), null, null, judgement.IsProved,
            judgement.IsProved ? $"target does what source does under the contract: {judgement.Scope}" : judgement.Scope,
            pair.Licence ?? LicenceOf(source) ?? LicenceOf(target) ?? Unknown, new("import", version, null, null, pair.Source, pair.Target)),
            whyNotContract is null ? [] : [whyNotContract]);
    }

    private (Judgement Judgement, Unread? Unread) Judged(string folder, Pair pair, Kernel source, Kernel target, CancellationToken cancellation)
    {
        if (pair.Contract is null)
        {
            return (Judgement.None with { Scope = "not verified: there is no contract" }, null);
        }

        var (text, problem) = TextOf(folder, pair.Contract);
        if (text is null)
        {
            return (Judgement.None with { Scope = "not verified: there is no contract" }, new(pair.Contract, problem!));
        }

        var (task, findings) = EquivalenceTaskReader.Read(
            new(source.Tree.Source, source.Entry), target.Entry, SourceText.From(pair.Contract, text), frontEnd.Parse);
        return task is null
            ? (Judgement.None with { Scope = "not verified: the contract cannot be used" }, new(pair.Contract, string.Join("; ", findings.Select(finding => finding.Message))))
            : (judge.Judge(task, target.Tree.Source.ToString(), cancellation), null);
    }

    /// <summary>A file as the front end reads it; its entry is the one named, else the only function that others can call.</summary>
    private (Kernel? Kernel, Unread? Unread) Open(string folder, string file, string? entry)
    {
        var (text, problem) = TextOf(folder, file);
        if (text is null)
        {
            return (null, new(file, problem!));
        }

        var (tree, findings) = frontEnd.Parse(SourceText.From(file, text));
        if (tree.Errors.Select(error => error.Text).Concat(findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => finding.Message)).FirstOrDefault() is { } error)
        {
            return (null, new(file, error));
        }

        var functions = tree.Definitions.Where(function => !function.Symbol.IsInternal).Select(function => function.Symbol.Name).ToList();
        return functions.Contains(entry ?? "") ? (new(entry!, tree, findings), null)
            : functions is [var only] ? (new(only, tree, findings), null)
            : (null, new(file, functions.Count == 0 ? "it defines no function" : $"it defines {functions.Count} functions, and none of them is said to be the entry"));
    }

    /// <summary>A file of the folder: a list from elsewhere has no business in other folders.</summary>
    private static (string? Text, string? Problem) TextOf(string folder, string file) =>
        Path.GetRelativePath(folder, Path.Combine(folder, file)) is var inside && (Path.IsPathRooted(file) || inside == ".." || inside.StartsWith("../", StringComparison.Ordinal))
            ? (null, "it lies outside of the folder")
            : RegularFile.TextOf(Path.Combine(folder, file));

    private static string? LicenceOf(Kernel kernel) =>
        kernel.Tree.Source.ToString().Split('\n').Select(line => line.IndexOf(LicenceMark, StringComparison.Ordinal) is var at and >= 0 ? line[(at + LicenceMark.Length)..].Trim(' ', '*', '/') : null)
            .FirstOrDefault(licence => licence is { Length: > 0 });

    private sealed record Kernel(string Entry, SyntaxTree Tree, ImmutableArray<Diagnostic> Findings)
    {
        public CorpusKernel ToKernel(Judgement judgement) => new(
            Tree.Source.ToString(), Entry, null, null, CorpusBuilder.TechniquesIn(new(Tree, Findings), Entry), null, null, judgement.Level, judgement.LevelIs, judgement.Verdict,
            judgement.Claims, judgement.Speed, null);
    }

    /// <summary>What <c>pairs.json</c> holds.</summary>
    private sealed record ManifestDocument
    {
        public string? Licence { get; init; }

        public required ImmutableArray<Pair> Pairs { get; init; }
    }

    /// <summary>Two files by their names in the folder, and what is known of them.</summary>
    private sealed record Pair
    {
        public required string Source { get; init; }

        public required string Target { get; init; }

        public string? SourceEntry { get; init; }

        public string? TargetEntry { get; init; }

        public string? Contract { get; init; }

        public string? Licence { get; init; }
    }
}
