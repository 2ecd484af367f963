/**
 * What Windows is asked, as one script: it takes what to do from its environment, so that no name of a scanner can become a command.
 * One line of JSON for each answer. Written after Microsoft's reference of the WIA Automation Layer 2.0; properties by their numbers:
 * 3074 and 3075 size of the glass in thousandths of an inch, 6146 intent, 6147 and 6148 dpi, 6149 and 6150 start, 6151 and 6152 extent in pixels.
 */
export const wiaScript = `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
function Say($what) { [Console]::Out.WriteLine((ConvertTo-Json $what -Compress)) }
function Find($id) {
  $manager = New-Object -ComObject WIA.DeviceManager
  foreach ($info in $manager.DeviceInfos) { if ($info.DeviceID -eq $id) { return $info.Connect() } }
  Say @{ problem = 'gone' }
  exit 1
}
function Put($item, $number, $value) {
  foreach ($property in $item.Properties) { if ($property.PropertyID -eq $number) { $property.Value = $value } }
}
function Got($item, $number) {
  foreach ($property in $item.Properties) { if ($property.PropertyID -eq $number) { return $property.Value } }
  return 0
}
try {
  switch ($env:STEPWALL_WIA_DO) {
    'list' {
      $manager = New-Object -ComObject WIA.DeviceManager
      foreach ($info in $manager.DeviceInfos) {
        if ($info.Type -eq 1) { Say @{ id = $info.DeviceID; name = [string]$info.Properties.Item('Name').Value } }
      }
    }
    'ask' {
      $device = Find $env:STEPWALL_WIA_DEVICE
      $width = Got $device 3074
      $height = Got $device 3075
      Say @{ widthMm = $width * 0.0254; heightMm = $height * 0.0254 }
    }
    'scan' {
      $device = Find $env:STEPWALL_WIA_DEVICE
      $item = $device.Items.Item(1)
      $dpi = [int]$env:STEPWALL_WIA_DPI
      Put $item 6146 ([int]$env:STEPWALL_WIA_INTENT)
      Put $item 6147 $dpi
      Put $item 6148 $dpi
      Put $item 6149 0
      Put $item 6150 0
      Put $item 6151 ([int]([double]::Parse($env:STEPWALL_WIA_WIDTH_MM, [cultureinfo]::InvariantCulture) * $dpi / 25.4))
      Put $item 6152 ([int]([double]::Parse($env:STEPWALL_WIA_HEIGHT_MM, [cultureinfo]::InvariantCulture) * $dpi / 25.4))
      $png = '{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}'
      $picture = $item.Transfer($png)
      if ($picture.FormatID -ne $png) {
        $change = New-Object -ComObject WIA.ImageProcess
        $change.Filters.Add($change.FilterInfos.Item('Convert').FilterID)
        $change.Filters.Item(1).Properties.Item('FormatID').Value = $png
        $picture = $change.Apply($picture)
      }
      $picture.SaveFile($env:STEPWALL_WIA_FILE)
      Say @{ file = $env:STEPWALL_WIA_FILE }
    }
  }
} catch {
  $inner = $_.Exception
  while ($inner.InnerException) { $inner = $inner.InnerException }
  Say @{ problem = ('{0:X8}' -f $inner.HResult) }
  exit 1
}
`;
