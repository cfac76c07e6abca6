// What a device does with a network: it reads images and says which digits they are, and it goes on learning.
//   edge --model mnist.safetensors image.pgm
//   edge --model mnist.safetensors --train images.idx labels.idx --steps 100 --save better.safetensors
// Published with NativeAOT it is one file; measure.sh says how big, how fast and how hungry.
using System;
using System.IO;
using Edge;

try
{
    if (EdgeOptions.Parse(args) is not { } options)
    {
        Console.Write(EdgeOptions.Help);
        return 0;
    }

    EdgeModel model = options.Model is { } file ? EdgeModel.In(file) : EdgeModel.Named(options.Init!);
    model.Run(options);
    return 0;
}
catch (Exception exception) when (exception is UsageException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {exception.Message}");
    return 1;
}
