# A pass every hour on Windows. Written from Microsoft's documentation and NOT YET TRIED on a Windows machine.
# Run once in PowerShell, in the folder of rekap:  .\deploy\tugas-windows.ps1 -Data D:\rekap-data
param([Parameter(Mandatory = $true)][string]$Data)

$rekap = Join-Path (Get-Location) '.venv\Scripts\rekap.exe'
$action = New-ScheduledTaskAction -Execute $rekap -Argument "run --data `"$Data`""
$trigger = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Hours 1)
$settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 6)
Register-ScheduledTask -TaskName 'rekap' -Action $action -Trigger $trigger -Settings $settings -Description 'rekap run setiap jam'
