namespace HpcVerify.TestKit;

/// <summary>The checked-out sources: where fixtures, model headers and golden files are read from.</summary>
public static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Whether golden files are to be written anew instead of compared (<c>UPDATE_GOLDEN=1</c>).</summary>
    public static bool UpdatesGolden => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>Whether this is the long run, which leaves nothing out (<c>./test.sh --long</c>).</summary>
    public static bool IsLongRun => Environment.GetEnvironmentVariable("HPCVERIFY_LONG") == "1";

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "HpcVerify.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests do not run below the repository"));
}
