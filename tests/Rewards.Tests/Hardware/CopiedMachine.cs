using HpcVerify.Rewards.Hardware;
using HpcVerify.TestKit;

namespace HpcVerify.Rewards.Tests.Hardware;

/// <summary>The files below /proc and /sys of another machine, laid out in a folder from a fixture: <c>== path</c>, then what is in it.</summary>
internal sealed class CopiedMachine : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hpcverify-machine-").FullName;

    public CopiedMachine(string fixture)
    {
        foreach (var part in File.ReadAllText(Repository.PathOf($"tests/Rewards.Tests/Fixtures/Hardware/{fixture}.txt")).Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            Write(part[..part.IndexOf('\n', StringComparison.Ordinal)], part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        }
    }

    public MachineFiles Files => new(_root);

    /// <summary>Changes a file, as on a machine that differs in it.</summary>
    public void Write(string path, string content)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public void Delete(string path) => Directory.Delete(Path.Combine(_root, path), recursive: true);

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
