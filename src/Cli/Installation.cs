namespace HpcVerify.Cli;

/// <summary>Where this installation keeps its files; decided once, from the environment, at the start of the process.</summary>
public sealed record Installation(string LibraryDirectory, string CorpusDirectory, string CacheDirectory, string CompilerPath)
{
    /// <summary>What makes a folder a task.</summary>
    public const string SpecificationFile = "kernel.json";

    /// <summary>The corpus is looked for from the program's own folder upwards; the cache follows the XDG convention.</summary>
    public static Installation Find(string programDirectory, Func<string, string?> variable)
    {
        var cache = variable("HPCVERIFY_CACHE")
            ?? Path.Combine(variable("XDG_CACHE_HOME") ?? Path.Combine(variable("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"), "hpcverify");
        var corpus = variable("HPCVERIFY_CORPUS") ?? Ancestors(programDirectory)
            .Select(folder => Path.Combine(folder, "corpus"))
            .FirstOrDefault(Directory.Exists, Path.Combine(programDirectory, "corpus"));
        return new(Path.Combine(programDirectory, "Library"), corpus, cache, variable("HPCVERIFY_CC") ?? "/usr/bin/gcc");
    }

    /// <summary>Why nothing can be kept in the cache; null where files can be made there.</summary>
    public string? CacheProblem()
    {
        try
        {
            Directory.CreateDirectory(CacheDirectory);
            using var trial = new FileStream(
                Path.Combine(CacheDirectory, $"trial-{Guid.NewGuid():N}"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"no file can be made in the cache folder '{CacheDirectory}' (name another one in HPCVERIFY_CACHE)";
        }
    }

    /// <summary>
    /// The folder of a kernel: the one named, or for a file below <c>corpus/&lt;kernel&gt;/</c> the one it lies in.
    /// </summary>
    public string FolderOf(string? kernel, string file, string defaultKernel)
    {
        var own = kernel is null && file.Length > 0 && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder
            ? Ancestors(folder).FirstOrDefault(ancestor => File.Exists(Path.Combine(ancestor, SpecificationFile)))
            : null;
        return own ?? Path.Combine(CorpusDirectory, kernel ?? defaultKernel);
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
