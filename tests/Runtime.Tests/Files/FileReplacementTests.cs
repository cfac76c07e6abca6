using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading.Tasks;

namespace GenNet.Tests.Files;

/// <summary>What happens to the file that is written, to what stands beside it, and to what is no ordinary file.</summary>
public sealed class FileReplacementTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Target => _directory.File("net.safetensors");

    public void Dispose() => _directory.Dispose();

    private static void Write(string path, params byte[] content) => AtomicFile.Write(path, stream => stream.Write(content));

    private string[] Others(string target) => [.. Directory.GetFiles(_directory.Path).Where(path => path != target)];

    /// <summary>Leaves what a write leaves that is killed: its temporary file, which nobody has open.</summary>
    private string Kill(string target)
    {
        string[] before = Others(target), temporary = [];
        AtomicFile.Write(target, _ => temporary = [.. Others(target).Except(before)]);
        File.WriteAllBytes(Assert.Single(temporary), [1, 2, 3]);
        return temporary[0];
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, $"{program} may not do this here.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_killed_write_has_left_goes_with_the_next_write_of_the_same_file(bool succeeds)
    {
        string left = Kill(Target), otherTarget = _directory.File("other"), leftOfOther = Kill(otherTarget);
        string[] own = [_directory.Write("net.safetensors.tmp", []), _directory.Write("net.safetensors.backup01.old.tmp", []), _directory.Write("net.safetensors.1", [])];
        Assert.True(File.Exists(left));

        if (succeeds)
            Write(Target, 5);
        else
            Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Target, _ => throw new InvalidOperationException()));

        Assert.Equal(new[] { otherTarget, leftOfOther }.Concat(own).Order(StringComparer.Ordinal), Others(Target).Order(StringComparer.Ordinal));
        Assert.Equal(succeeds ? [5] : [], File.ReadAllBytes(Target));
    }

    [Fact]
    public void A_write_leaves_alone_what_another_is_writing()
    {
        AtomicFile.Write(Target, stream =>
        {
            stream.Write([1, 2]);
            stream.Flush();
            string own = Assert.Single(Directory.GetFiles(_directory.Path));
            Write(Target, 3);
            Assert.Equal(new[] { Target, own }.Order(StringComparer.Ordinal), Directory.GetFiles(_directory.Path).Order(StringComparer.Ordinal));
        });
        Assert.Equal([1, 2], File.ReadAllBytes(Target));
        Assert.Empty(Others(Target));
    }

    [Fact]
    public void Many_writes_of_one_file_at_once_all_succeed_and_leave_a_whole_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that another is renaming over cannot be renamed over there: one of them fails.");
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Write(Target, [.. Enumerable.Repeat((byte)i, 1000)]));
        byte[] content = File.ReadAllBytes(Target);
        Assert.Equal(Enumerable.Repeat(content[0], 1000), content);
        Assert.Empty(Others(Target));
    }

    [Fact]
    public void A_link_stays_and_what_it_leads_to_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        string deep = Directory.CreateDirectory(_directory.File("a/b/c")).FullName, real = _directory.File("a/b/real");
        File.WriteAllBytes(real, [0]);
        File.CreateSymbolicLink(Path.Combine(deep, "net"), "../real");
        File.CreateSymbolicLink(_directory.File("chain"), Path.Combine(deep, "net"));
        Directory.CreateSymbolicLink(_directory.File("folder"), "a/b/c");
        byte content = 0;
        foreach (string path in new[] { Path.Combine(deep, "net"), _directory.File("chain"), _directory.File("folder/net") })
        {
            Write(path, ++content);
            Assert.Equal([content], File.ReadAllBytes(real));
            Assert.NotNull(new FileInfo(path).LinkTarget);
        }

        Assert.Equal(["a", "b", "c", "chain", "folder", "net", "real"], Names());
    }

    [Fact]
    public void A_link_that_leads_nowhere_leads_to_the_new_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        File.CreateSymbolicLink(Target, "new");
        Write(Target, 7);
        Assert.Equal([7], File.ReadAllBytes(_directory.File("new")));
        Assert.Equal("new", new FileInfo(Target).LinkTarget);

        string broken = _directory.File("broken");
        File.CreateSymbolicLink(broken, "none/new");
        Assert.Contains($"there is no folder '{_directory.File("none")}'", Assert.Throws<DirectoryNotFoundException>(() => Write(broken, 7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        File.CreateSymbolicLink(Target, "second");
        File.CreateSymbolicLink(_directory.File("second"), "net.safetensors");
        Assert.Contains("circle", Assert.Throws<IOException>(() => Write(Target, 7)).Message, StringComparison.Ordinal);
        Assert.Equal(["net.safetensors", "second"], Names());
    }

    [Theory]
    [InlineData("600")]
    [InlineData("664")]
    [InlineData("750")]
    [UnsupportedOSPlatform("windows")]
    public void A_file_keeps_its_mode(string octal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no mode there.");
        var mode = (UnixFileMode)Convert.ToInt32(octal, 8);
        File.WriteAllBytes(Target, [1]);
        File.SetUnixFileMode(Target, mode);
        AtomicFile.Write(Target, stream =>
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Others(Target)[0]) & ~mode);
            stream.WriteByte(2);
        });
        Assert.Equal((mode, 2), (File.GetUnixFileMode(Target), File.ReadAllBytes(Target)[0]));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_new_file_has_the_mode_that_any_new_file_has()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files have no mode there.");
        Write(Target, 1);
        Assert.Equal(File.GetUnixFileMode(_directory.Write("any", [])), File.GetUnixFileMode(Target));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(Target);
        foreach (string path in new[] { Target, Target + Path.DirectorySeparatorChar, _directory.File("none") + Path.DirectorySeparatorChar })
            Assert.Contains("is a folder", Assert.Throws<IOException>(() => Write(path, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(["net.safetensors"], Names());
    }

    [Fact]
    public void A_device_is_refused_and_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Devices are no files there.");
        Run("mknod", Target, "c", "1", "3"); // As /dev/null, which a test had better not replace.
        Assert.Contains("is a device or a pipe", Assert.Throws<IOException>(() => Write(Target, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(["net.safetensors"], Names());
        Assert.Equal(0, new FileInfo(Target).Length);
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are no files there.");
        Run("mkfifo", Target);
        Assert.Contains("is a device or a pipe", Assert.Throws<IOException>(() => Write(Target, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(["net.safetensors"], Names());
    }

    [Fact]
    public void An_empty_file_is_replaced()
    {
        File.WriteAllBytes(Target, []);
        Write(Target, 1);
        Assert.Equal([1], File.ReadAllBytes(Target));
    }

    [Fact]
    public void To_read_a_folder_is_refused_by_name()
    {
        string folder = _directory.Path, file = _directory.Write("file", [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 1, 1]);
        var options = new CsvOptions { Targets = [0] };
        foreach (Action read in (Action[])[
            () => NetworkFile.Load<LinearNetwork<float>, float>(folder),
            () => LinearNetwork<float>.Create().Restore(folder, new Adam()),
            () => SafeTensorsFile.Read(folder),
            () => Standardizer<float>.Load(folder),
            () => MinMaxScaler<float>.Load(folder),
            () => IdxFile.Read(folder),
            () => Dataset.FromIdx(file, folder),
            () => DataStream.FromIdx<float>(file, folder),
            () => Dataset.FromCsv(folder, options),
            () => DataStream.FromCsv<float>(folder, options)])
        {
            Assert.Equal($"{folder} is a folder, expected a file.", Assert.Throws<IOException>(read).Message);
        }
    }

    [Fact]
    public void A_stream_of_data_refuses_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Pipes are no files there.");
        Run("mkfifo", Target);
        using var writer = new FileStream(Target, FileMode.Open, FileAccess.ReadWrite);
        Assert.Contains("cannot be read again in each pass", Assert.Throws<IOException>(() => DataStream.FromCsv<float>(Target, new CsvOptions { Targets = [0] })).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read again in each pass", Assert.Throws<IOException>(() => DataStream.FromIdx<float>(Target, Target)).Message, StringComparison.Ordinal);
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_directory.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Where(path => !path.StartsWith(_directory.File("folder/"), StringComparison.Ordinal)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
