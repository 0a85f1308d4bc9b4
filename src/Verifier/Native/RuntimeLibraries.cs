namespace HpcVerify.Verifier.Native;

/// <summary>
/// The shared libraries that what gcc builds from plain C needs at run time. A kernel sees these files alone, so that it
/// can load no BLAS, however it gets hold of the loader.
/// </summary>
internal static class RuntimeLibraries
{
    private static readonly string[] Names =
    [
        "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libc.so.6", "libm.so.6", "libmvec.so.1", "libpthread.so.0", "libdl.so.2",
        "librt.so.1", "libresolv.so.2", "libgcc_s.so.1", "libgomp.so.1", "libatomic.so.1", "libomp.so.5", "libomp.so",
    ];

    private static readonly string[] Folders =
    [
        "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu",
        "/usr/lib/aarch64-linux-gnu",
    ];

    /// <summary>bubblewrap's words that make them visible at the places where the loader looks.</summary>
    public static IEnumerable<string> MountWords()
    {
        var links = Folders.Where(folder => new DirectoryInfo(folder).LinkTarget is not null).ToList();
        foreach (var link in links)
        {
            yield return "--symlink";
            yield return new DirectoryInfo(link).LinkTarget!;
            yield return link;
        }

        var isLinked = links.Select(link => link + "/").ToList();
        foreach (var file in from folder in Folders
                             where !links.Contains(folder) && !isLinked.Exists(link => folder.StartsWith(link, StringComparison.Ordinal))
                             from name in Names
                             let path = Path.Combine(folder, name)
                             where File.Exists(path)
                             select path)
        {
            yield return "--ro-bind";
            yield return file;
            yield return file;
        }
    }
}
