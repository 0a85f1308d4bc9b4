namespace HpcVerify.Cli;

/// <summary>The installation this process was started from.</summary>
internal static class CurrentInstallation
{
    public static Installation Find() => Installation.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
}
