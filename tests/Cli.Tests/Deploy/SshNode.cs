using System.Globalization;
using HpcVerify.Chaos;
using HpcVerify.TestKit;

namespace HpcVerify.Cli.Tests.Deploy;

/// <summary>An ssh server of one's own on loopback, with keys that nobody else has, and an ssh that knows it as <see cref="Host"/>.</summary>
internal sealed class SshNode : IDisposable
{
    private const string Host = "gpu-node", Server = "/usr/sbin/sshd", Client = "/usr/bin/ssh", PrivilegeFolder = "/run/sshd";

    private readonly string _folder;
    private readonly ToolProcess _server;

    private SshNode(string folder, ToolProcess server) => (_folder, _server) = (folder, server);

    /// <summary>Whether this machine has an ssh server to start.</summary>
    public static bool IsInstalled => File.Exists(Server) && File.Exists(Client);

    public static async Task<SshNode> Start(string folder)
    {
        foreach (var key in (string[])["host_key", "user_key"])
        {
            using var made = ToolProcess.Of(folder, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, key));
            Assert.Equal(0, await made.Ended());
        }

        // The package's service makes it when it starts; whoever is not root needs none.
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(PrivilegeFolder);
        }

        var port = Broker.FreePort();
        File.WriteAllText(Path.Combine(folder, "sshd_config"), string.Create(CultureInfo.InvariantCulture, $"""
            Port {port}
            ListenAddress 127.0.0.1
            HostKey {folder}/host_key
            AuthorizedKeysFile {folder}/user_key.pub
            PidFile none
            StrictModes no
            UsePAM no
            PasswordAuthentication no
            KbdInteractiveAuthentication no

            """));
        File.WriteAllText(Path.Combine(folder, "ssh_config"), string.Create(CultureInfo.InvariantCulture, $"""
            Host {Host}
                HostName 127.0.0.1
                Port {port}
                User {Environment.UserName}
                IdentityFile {folder}/user_key
                IdentitiesOnly yes
                UserKnownHostsFile {folder}/known_hosts
                StrictHostKeyChecking accept-new

            """));
        Executable.Write(folder, "ssh", $"echo $$ >{folder}/ssh.$HPCVERIFY_DIRECTION\nexec {Client} -F {folder}/ssh_config \"$@\"");
        var server = ToolProcess.Of(folder, Server, "-D", "-e", "-f", Path.Combine(folder, "sshd_config"));
        await server.Says("Server listening");
        return new(folder, server);
    }

    /// <summary>The script that forwards a broker's port to or from this node.</summary>
    public ToolProcess Forward(string direction, int broker, int port) => ToolProcess.Of(
        _folder, "env", $"PATH={_folder}:{Environment.GetEnvironmentVariable("PATH")}", $"HPCVERIFY_DIRECTION={direction}", "bash", Repository.PathOf("deploy/ssh/forward.sh"),
        direction, Host, "--broker", broker.ToString(CultureInfo.InvariantCulture), "--port", port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends the connection of a direction, as a network may.</summary>
    public async Task Lose(string direction)
    {
        using var kill = ToolProcess.Of(_folder, "kill", "-KILL", (await File.ReadAllTextAsync(Path.Combine(_folder, $"ssh.{direction}"))).Trim());
        Assert.Equal(0, await kill.Ended());
    }

    public void Dispose() => _server.Dispose();
}
