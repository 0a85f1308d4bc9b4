using System.IO.MemoryMappedFiles;

namespace HpcVerify.Verifier.Native;

/// <summary>A file in a memory file system, mapped here and opened by the sandboxed process; it takes memory only where touched.</summary>
internal sealed unsafe class SharedFile : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    private SharedFile(string path, long length, MemoryMappedFile file)
    {
        Path = path;
        Length = length;
        this.file = file;
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.ReadWrite);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        Start = start;
    }

    /// <summary>Its name, until <see cref="Unlink"/>.</summary>
    public string Path { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>The first byte of the mapping of this process.</summary>
    public byte* Start { get; }

    /// <summary>Creates the file for this user alone.</summary>
    public static SharedFile Create(string folder, string stem, long length)
    {
        var path = System.IO.Path.Combine(folder, $"{ControlGroupHierarchies.NamePrefix}{stem}-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = MemoryMappedFile.CreateFromFile(
            new FileStream(path, options), null, length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        return new(path, length, file);
    }

    /// <summary>A part of the file as this process sees it.</summary>
    public Span<byte> Bytes(long offset, int count) => new(Start + offset, count);

    /// <summary>Removes the name; both sides keep the file.</summary>
    public void Unlink() => File.Delete(Path);

    /// <inheritdoc/>
    public void Dispose()
    {
        Unlink();
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
