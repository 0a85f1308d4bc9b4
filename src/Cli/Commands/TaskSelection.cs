using System.Collections.Immutable;
using HpcVerify.Parser.Clang;
using HpcVerify.Parser.Contracts;

namespace HpcVerify.Cli.Commands;

/// <summary>Which task each file is to implement; an error is a sentence for the user.</summary>
internal static class TaskSelection
{
    private const string DefaultKernel = "matmul";

    public static (ImmutableDictionary<string, KernelTask>? TaskOfFile, string? Error) Select(
        Installation installation, Func<string, string?> kernelOf, IReadOnlyCollection<string> files, FrontEnd frontEnd)
    {
        var known = KernelTaskReader.Names(installation.CorpusDirectory);
        if (files.Select(file => kernelOf(file) ?? DefaultKernel).FirstOrDefault(kernel => !known.Contains(kernel)) is { } unknown)
        {
            var there = known.Count == 0 ? $"'{installation.CorpusDirectory}' holds none" : $"there are: {string.Join(", ", known)}";
            return (null, $"there is no kernel '{unknown}'; {there}");
        }

        var tasks = new Dictionary<string, KernelTask>();
        var taskOfFile = ImmutableDictionary.CreateBuilder<string, KernelTask>();
        foreach (var file in files.Distinct())
        {
            var folder = installation.FolderOf(kernelOf(file), file == InputFile.StandardInput ? "" : file, DefaultKernel);
            if (!tasks.TryGetValue(folder, out var task))
            {
                var (read, problem) = TaskFolder.Read(folder, frontEnd);
                if (read is null)
                {
                    return (null, problem);
                }

                task = tasks[folder] = read;
            }

            taskOfFile[file] = task;
        }

        return (taskOfFile.ToImmutable(), null);
    }
}
