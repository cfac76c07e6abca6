using System;
using System.Collections.Immutable;
using System.Numerics;

namespace GenNet;

/// <summary>Images of folders, each decoded when it is read.</summary>
internal sealed class ImageFolderStream<T>(ImageFolders folders, DecodedImage first) : DataStream<T>(first.Pixels.Length, folders.Classes.Length)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override ImmutableArray<string> ClassNames => folders.Classes;

    public override DataReader<T> Open() => new ImageFolderReader<T>(folders, first);
}

/// <summary>One pass through images of folders.</summary>
/// <param name="folders">The files.</param>
/// <param name="first">The first of them, whose shape all have.</param>
internal sealed class ImageFolderReader<T>(ImageFolders folders, DecodedImage first) : DataReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly (DecodedImage Image, string Path) _like = (first, folders.Files[0].Path);
    private int _file;

    public override int Read(Span<T> inputs, Span<T> targets)
    {
        int size = first.Pixels.Length, classes = folders.Classes.Length, count = 0;
        for (int room = inputs.Length / size; count < room && _file < folders.Files.Length; count++, _file++)
        {
            ReadOnlySpan<float> pixels = folders.Read(_file, _like).Pixels;
            Span<T> input = inputs.Slice(count * size, size);
            for (int i = 0; i < input.Length; i++)
                input[i] = T.CreateTruncating(pixels[i]);
            OneHot.Encode([folders.Files[_file].Class], classes, targets.Slice(count * classes, classes));
        }

        return count;
    }
}
