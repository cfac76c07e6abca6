using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace GenNet.Fuzz.Files;

/// <summary>Valid files that are damaged and then read: refused by a documented exception that names them, or understood as their bytes say.</summary>
internal static class DamagedFile
{
    /// <summary>What reading allocates whatever the file, and so many times its length: for the copies of growing buffers, and numbers of 8 bytes from text of 2.</summary>
    private const long AllocatedAlways = 2 << 20, AllocatedPerByte = 100;

    public static FuzzSubject Subject => FuzzSubject.Of("damaged-file", 600, Arb.From(Cases, Smaller), Holds);

    private static FileFormat[] Formats { get; } = [.. NetworkFormats.All, .. ScalingFormats.All, .. IdxFormats.All, .. CsvFormats.All];

    private static Gen<FileCase> Cases =>
        from format in Gen.Elements(Formats)
        from variation in Gen.Choose(0, FileFormat.Variations - 1)
        from seed in Gen.Choose(0, int.MaxValue)
        select new FileCase(format.Name, variation, ByteMutation.Several(new Random(seed)));

    private static IEnumerable<FileCase> Smaller(FileCase file)
    {
        for (int i = 0; i < file.Damage.Count; i++)
            yield return file with { Damage = [.. file.Damage.Take(i), .. file.Damage.Skip(i + 1)] };
        for (int i = 0; i < file.Damage.Count; i++)
        {
            if (file.Damage[i].Length > 1)
                yield return file with { Damage = [.. file.Damage.Take(i), file.Damage[i] with { Length = file.Damage[i].Length / 2 }, .. file.Damage.Skip(i + 1)] };
        }
    }

    private static void Holds(FileCase file)
    {
        FileFormat format = Formats.Single(one => one.Name == file.Format);
        string directory = Directory.CreateTempSubdirectory("gennet-fuzz-").FullName;
        try
        {
            byte[] damaged = ByteMutation.Apply(format.Make(file.Variation), file.Damage, format.Make((file.Variation + 1) % FileFormat.Variations));
            string path = Path.Combine(directory, "damaged");
            byte[] packed = format.Pack(damaged);
            File.WriteAllBytes(path, packed);
            FileReading reading = format.Prepare(directory, file.Variation);

            long before = GC.GetAllocatedBytesForCurrentThread();
            Exception? refusal = Record.Exception(() => reading.Read(path));
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            long most = AllocatedAlways + AllocatedPerByte * Math.Max(damaged.Length, packed.Length);
            Assert.True(allocated <= most, string.Create(CultureInfo.InvariantCulture, $"A file of {packed.Length} bytes made it allocate {allocated}."));
            if (refusal is null)
            {
                reading.IsTruth(packed);
                return;
            }

            Assert.True(refusal is InvalidDataException || (reading.MayRefuseOptions && refusal is ArgumentException), $"Not documented: {refusal}");
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
            reading.IsUntouched();
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
