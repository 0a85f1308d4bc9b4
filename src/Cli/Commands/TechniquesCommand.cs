using System.CommandLine;
using HpcVerify.Cli.Reports;
using HpcVerify.Detectors.Techniques;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;
using HpcVerify.Parser.Diagnostics;
using HpcVerify.Parser.Native;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Native;

namespace HpcVerify.Cli.Commands;

/// <summary><c>hpcverify techniques</c>: which optimisations a C file uses, where, and how.</summary>
internal sealed class TechniquesCommand
{
    private static readonly Rule NoEntry = new(
        "HV1205", Severity.Error, "No entry point to look from", "{0}",
        "Techniques are those of code that can run when the entry point is called: the one named with `--entry`, else that of the task whose folder the file lies "
        + "in, else the only function that no other one calls.");

    private readonly FrontEnd _frontEnd;
    private readonly Installation _installation;
    private readonly string? _entry;

    private TechniquesCommand(FrontEnd frontEnd, Installation installation, string? entry) => (_frontEnd, _installation, _entry) = (frontEnd, installation, entry);

    public static Command Create(Streams streams)
    {
        var inputs = new CodeInputs();
        var entry = new Option<string?>("--entry") { Description = "the function that is called; by default the task's entry point, or the only function that no other one calls" };
        var command = inputs.Command("techniques", "List the optimisations a kernel uses, with their places and parameters", entry);
        command.SetAction((result, cancellation) => Task.FromResult((int)Run(inputs.Of(result), result.GetValue(entry), streams, cancellation)));
        return command;
    }

    private static ExitCode Run(CodeRequest request, string? entry, Streams streams, CancellationToken cancellation)
    {
        var workbench = new Workbench(CurrentInstallation.Find(), Confinement.Required, cancellation);
        if (workbench.OpenFrontEnd(OptimizationLevel.Full, streams) is not { } frontEnd)
        {
            return ExitCode.Usage;
        }

        var command = new TechniquesCommand(frontEnd, workbench.Installation, entry);
        var reader = new Reader(frontEnd, cancellation);
        var deadline = new Deadline(BigStack.ReadingLimit, cancellation);
        var files = request.Each(path => command.Look(path, reader, deadline), streams);
        return request.Report(Report.Of(files), files.Select(file => file.ExitCode), streams);
    }

    private TechniqueFile Look(string path, Reader reader, Deadline deadline)
    {
        var (file, unread) = reader.ReadCode(path, deadline, code => Look(path, code));
        return file ?? new(SourceText.From(InputFile.NameOf(path), ""), null, [], unread);
    }

    private TechniqueFile Look(string path, SourceText code)
    {
        var (tree, findings) = _frontEnd.Parse(code);
        if (findings.Any(finding => ExitCodes.Of(finding) is ExitCode.Finding or ExitCode.NotAnalysable))
        {
            return new(tree.Source, null, [], findings);
        }

        var (entry, problem) = EntryOf(path, tree);
        return entry is null
            ? new(tree.Source, null, [], [.. findings, NoEntry.At(default, problem!)])
            : new(tree.Source, entry, TechniqueSuite.Find(tree, entry), findings);
    }

    private (string? Entry, string? Problem) EntryOf(string path, SyntaxTree tree)
    {
        var named = _entry ?? TaskEntry(path);
        if (named is not null && (tree.Definition(named) is not null || _entry is not null))
        {
            return tree.Definition(named) is null ? (null, $"'{named}' is not defined here") : (named, null);
        }

        var called = tree.Mentions.Select(mention => mention.Function.Name).ToHashSet(StringComparer.Ordinal);
        var uncalled = tree.Definitions.Select(function => function.Symbol).Where(function => !called.Contains(function.Name)).ToList();
        var candidates = uncalled.Exists(function => !function.IsInternal) ? uncalled.FindAll(function => !function.IsInternal) : uncalled;
        return candidates switch
        {
            [var only] => (only.Name, null),
            [] => (null, "there is no function that no other one calls; name one with '--entry'"),
            _ => (null, $"no other function calls {string.Join(", ", candidates.Select(function => $"'{function.Name}'"))}; name one with '--entry'"),
        };
    }

    /// <summary>The entry point of the task in whose folder the file lies; null where it lies in none.</summary>
    private string? TaskEntry(string path)
    {
        if (path == InputFile.StandardInput)
        {
            return null;
        }

        var folder = _installation.FolderOf(null, path, "");
        return File.Exists(Path.Combine(folder, Installation.SpecificationFile)) ? KernelTaskReader.Read(folder, _frontEnd.Parse).Value?.EntryPoint : null;
    }
}
