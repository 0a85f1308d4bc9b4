namespace HpcVerify.Trainer.Tests.Model;

/// <summary>A file that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hpcverify-model-");

    public Scratch(string? content = null)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "file");
        if (content is not null)
        {
            File.WriteAllText(Path, content);
        }
    }

    public string Path { get; }

    /// <summary>The names of all files in its folder.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFiles().Select(file => file.Name);

    public void Dispose() => _folder.Delete(recursive: true);
}
